// Run in a wall's page: what moves by something else than transform and opacity, which cost no layout.
() => {
  const CHEAP = new Set(["transform", "translate", "rotate", "scale", "opacity", "display", "none"]);
  const FRAME = ["offset", "computedOffset", "easing", "composite", "transformOrigin"];
  const wrong = new Set();
  for (const element of document.querySelectorAll("main *")) {
    for (const pseudo of [null, "::before", "::after"]) {
      const { transitionProperty: names, transitionDuration: times } = getComputedStyle(element, pseudo);
      if (times.split(", ").every((time) => time === "0s")) continue;
      for (const name of names.split(", ")) if (!CHEAP.has(name)) wrong.add(`${element.className}${pseudo ?? ""}: ${name}`);
    }
  }
  for (const rule of [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])) {
    if (!(rule instanceof CSSKeyframesRule)) continue;
    for (const { style } of rule.cssRules) for (const name of style) if (!CHEAP.has(name)) wrong.add(`@keyframes ${rule.name}: ${name}`);
  }
  for (const animation of document.getAnimations()) {
    for (const frame of animation.effect.getKeyframes()) {
      for (const name of Object.keys(frame)) if (!CHEAP.has(name) && !FRAME.includes(name)) wrong.add(`an animation: ${name}`);
    }
  }
  return [...wrong];
}
