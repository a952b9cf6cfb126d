using System.Globalization;
using System.Net;
using TrackingStore.Model;

namespace TrackingStore.Pages;

/// <summary>Pieces of HTML. Text from the store goes through <see cref="Text"/>, always.</summary>
internal static class Html
{
    private const int MaxChips = 6;

    private const string Style = """
        :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 14%, transparent);
          --soft: color-mix(in srgb, currentColor 60%, transparent); --link: #2364c8; }
        @media (prefers-color-scheme: dark) { :root { --link: #82b0ff; } }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 64rem; padding: 1.5rem; }
        h1 { font-size: 1.5rem; margin: .5rem 0 1rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
        a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
        table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 500; color: var(--soft); }
        th, td { padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
        .soft { color: var(--soft); }
        .chip { display: inline-block; border: 1px solid var(--line); border-radius: .4rem; padding: 0 .45rem; margin: 0 .25rem .2rem 0; }
        .FINISHED { color: #1a8f4c; } .FAILED, .KILLED { color: #cf3a3a; } .RUNNING, .SCHEDULED { color: #b27a00; }
        """;

    /// <summary>Text, safe in HTML.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>A whole page.</summary>
    /// <param name="title">Its title, as text.</param>
    /// <param name="body">Its content, as HTML.</param>
    public static string Page(string title, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Text(title)}</title>
        <style>{Style}</style>
        </head>
        <body>
        <nav><a href="/">Tracking store</a></nav>
        <h1>{Text(title)}</h1>
        {body}
        </body>
        </html>
        """;

    /// <summary>A link.</summary>
    public static string Link(string url, string text) => $"""<a href="{Text(url)}">{Text(text)}</a>""";

    /// <summary>A table of runs with their latest metrics.</summary>
    public static string Runs(IReadOnlyList<LoggedRun> runs) => runs.Count == 0
        ? """<p class="soft">No runs yet.</p>"""
        : $"""
        <table>
        <tr><th>Run</th><th>Status</th><th>Started</th><th>Latest metrics</th></tr>
        {string.Concat(runs.Select(Row))}
        </table>
        """;

    /// <summary>A table of names and values.</summary>
    public static string Pairs(IEnumerable<(string Name, string Value)> pairs)
    {
        var rows = string.Concat(pairs.Select(p => $"<tr><td>{Text(p.Name)}</td><td>{Text(p.Value)}</td></tr>\n"));
        return rows.Length == 0 ? """<p class="soft">None.</p>""" : $"<table>\n{rows}</table>";
    }

    /// <summary>A time, for people.</summary>
    public static string Time(long milliseconds)
    {
        // 253402300799999 is the last moment that a date can be.
        if (milliseconds is <= 0 or > 253_402_300_799_999) return "";
        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
    }

    /// <summary>A number, short.</summary>
    public static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Row(LoggedRun run) => $"""
        <tr>
        <td>{Link($"/runs/{Uri.EscapeDataString(run.Run.RunId)}", run.Run.Name)}</td>
        <td class="{run.Run.Status}">{run.Run.Status}</td>
        <td>{Time(run.Run.StartTime)}</td>
        <td>{Chips(run)}</td>
        </tr>

        """;

    private static string Chips(LoggedRun run)
    {
        var metrics = run.Metrics.ToList();
        var chips = metrics.Take(MaxChips).Select(m => $"""<span class="chip">{Text(m.Name)} {Number(m.Value)}</span>""");
        var rest = metrics.Count > MaxChips ? $"""<span class="soft">+{metrics.Count - MaxChips}</span>""" : "";
        return string.Concat(chips) + rest;
    }
}
