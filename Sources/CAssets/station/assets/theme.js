// Runs before the first paint, so that no page flashes in the other theme.
(() => {
  try {
    const theme = localStorage.getItem("imeikit.theme");
    if (theme === "dark" || theme === "light") document.documentElement.classList.add(theme);
  } catch {
    // Without storage the system's theme holds.
  }
})();
