// Keeps a page up to date while somebody looks at it.

const milliseconds = 5000;

/** Calls `refresh` every few seconds until it returns false, but not while the page is hidden. */
export function whileVisible(refresh) {
  let timer = null;
  let isRunning = false;
  const next = () => {
    timer = document.hidden ? null : setTimeout(run, milliseconds);
  };
  async function run() {
    timer = null;
    if (document.hidden || isRunning) return;
    isRunning = true;
    let goesOn = true;
    try {
      goesOn = await refresh();
    } catch (error) {
      // The server may be back in a moment.
      console.warn(`The page could not be refreshed: ${error.message}`);
    }

    isRunning = false;
    if (goesOn) next();
    else document.removeEventListener('visibilitychange', changed);
  }

  function changed() {
    if (!document.hidden && timer === null) run();
  }

  document.addEventListener('visibilitychange', changed);
  next();
}
