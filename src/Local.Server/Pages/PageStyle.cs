namespace DynamoToolkit.Local.Server.Pages;

/// <summary>The style sheet of the pages. It has its own address, so the pages need no inline style.</summary>
internal static class PageStyle
{
    /// <summary>The path.</summary>
    public const string Path = "/pages.css";

    /// <summary>The content.</summary>
    public const string Css = """
        :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 16%, transparent);
          --soft: color-mix(in srgb, currentColor 68%, transparent); --link: #1d5bb8; --back: #ffffff; --text: #1c2126; --code: #f3f5f7; }
        @media (prefers-color-scheme: dark) {
          :root { --link: #8ab4ff; --back: #14181c; --text: #e4e8ec; --code: #1f252b; } }
        * { box-sizing: border-box; }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 76rem; padding: 1rem 1.5rem 3rem;
          background: var(--back); color: var(--text); }
        header { display: flex; flex-wrap: wrap; gap: 1.2rem; border-bottom: 1px solid var(--line); padding-bottom: .6rem; }
        header a:first-child { font-weight: 600; }
        .skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
        h1 { font-size: 1.45rem; margin: 1.2rem 0 .8rem; overflow-wrap: anywhere; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
        a { color: var(--link); } a:focus-visible, input:focus-visible, select:focus-visible, button:focus-visible, summary:focus-visible {
          outline: 2px solid var(--link); outline-offset: 2px; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: var(--soft); padding: .3rem 0; }
        th { text-align: left; font-weight: 500; color: var(--soft); white-space: nowrap; }
        th, td { padding: .35rem 1rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
        td { overflow-wrap: anywhere; } td.number, th.number { text-align: right; white-space: nowrap; overflow-wrap: normal; }
        pre, code { font: 13px/1.45 ui-monospace, monospace; } pre { background: var(--code); border-radius: .4rem; padding: .5rem .7rem;
          margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 40rem; overflow-y: auto; }
        form { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; margin: .8rem 0; }
        label { display: grid; gap: .1rem; color: var(--soft); }
        input, select, button { font: inherit; padding: .25rem .5rem; }
        .soft { color: var(--soft); } .warning { border-left: 4px solid #c77700; padding-left: .8rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.2rem; } dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; }
        """;
}
