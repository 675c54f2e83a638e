// A crowd of official Socket.IO clients, told what to do line by line on standard input.
//
//   {"do": "join", "url", "code", "many", "transports"}  → {"joined": many}
//   {"do": "vote", "votes": [{"who", …fields of a vote}]}  → {"acks": [...]}, in the same order
//   {"do": "states"}  → {"states": [last state of each]}
//   {"do": "transports"}  → {"transports": [name of each one's transport now]}
//   {"do": "connected"}  → {"connected": how many are now}
//   {"do": "storm", "answers": [...]}  → {"storming": true}: everyone votes without end
//   {"do": "calm"}  → {"votes": [{"who", "participant", "seq", "answer"}]}: newest acknowledged
//   {"do": "leave"}  → {"left": many}

import { createInterface } from "node:readline";
import { io } from "socket.io-client";

const PATIENCE_MS = 15_000;
const people = [];
let storming = false;

class Person {
  constructor({ url, code, transports }) {
    this.participant = null;
    this.state = null;
    this.acked = null;
    this.seq = 0;
    this.joined = new Promise((resolve) => (this.arrived = resolve));
    this.socket = io(url, {
      auth: (give) => give({ code, role: "attendee", participant: this.participant }),
      transports: transports ?? ["websocket", "polling"],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 1000,
    });
    this.socket.on("state", (state) => {
      this.state = state;
      this.participant = state.participant ?? this.participant;
      this.arrived();
    });
  }

  vote(message) {
    return this.socket.timeout(PATIENCE_MS).emitWithAck("vote", message);
  }

  /** Votes again and again; a vote whose acknowledgement was lost is sent once more as it was. */
  async storm(answers) {
    while (storming) {
      this.seq += 1;
      const answer = answers[Math.floor(Math.random() * answers.length)];
      await this.untilAcknowledged({ seq: this.seq, answer });
      await new Promise((resolve) => setTimeout(resolve, 400 + 400 * Math.random()));
    }
  }

  async untilAcknowledged(vote) {
    for (;;) {
      const poll = this.state.poll;
      try {
        const ack = await this.socket
          .timeout(1500)
          .emitWithAck("vote", { poll: poll.id, round: poll.round, ...vote });
        if (ack.ok) this.acked = vote;
        if (ack.ok || ack.error !== "storage-failed") return;
      } catch {
        if (!storming && !this.socket.connected) return;
      }
    }
  }
}

const commands = {
  async join({ many, ...how }) {
    const news = Array.from({ length: many }, () => new Person(how));
    people.push(...news);
    await Promise.all(news.map((person) => person.joined));
    return { joined: many };
  },
  async vote({ votes }) {
    const acks = votes.map(({ who, ...message }) => people[who].vote(message));
    return { acks: await Promise.all(acks) };
  },
  async states() {
    return { states: people.map((person) => person.state) };
  },
  async transports() {
    return { transports: people.map((person) => person.socket.io.engine.transport.name) };
  },
  async connected() {
    return { connected: people.filter((person) => person.socket.connected).length };
  },
  async storm({ answers }) {
    storming = true;
    for (const person of people) person.stormy = person.storm(answers);
    return { storming };
  },
  async calm() {
    storming = false;
    await Promise.all(people.map((person) => person.stormy));
    const votes = people.map((person, who) => ({
      who,
      participant: person.participant,
      ...person.acked,
    }));
    return { votes };
  },
  async leave() {
    for (const person of people) person.socket.disconnect();
    return { left: people.length };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { do: name, ...rest } = JSON.parse(line);
  console.log(JSON.stringify(await commands[name](rest)));
}
process.exit(0);
