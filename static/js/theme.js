// The theme asked for in the address (?theme=dark or light), remembered on this device. A classic
// script in the head, so that the page is never drawn in the other theme first.
{
  const asked = new URLSearchParams(location.search).get("theme");
  let theme = asked;
  try {
    if (asked === "dark" || asked === "light") localStorage.setItem("theme", asked);
    theme = localStorage.getItem("theme");
  } catch {
    // A browser without storage keeps to the address.
  }
  if (theme === "dark" || theme === "light") {
    document.documentElement.dataset.theme = theme;
    document.getElementById("dark").media = theme === "dark" ? "all" : "not all";
  }
}
