using System.Globalization;
using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;

namespace TrackingStore.Pages.Layout;

/// <summary>Pieces that several pages have.</summary>
internal static class Pieces
{
    // The last moment that a date can be.
    private const long MaxMilliseconds = 253_402_300_799_999;

    // So many characters fit into the width at which the style sheet cuts a line, also wide ones.
    private const int MaxUncut = 25;

    /// <summary>A moment; nothing if it is none.</summary>
    public static Html Time(long? milliseconds)
    {
        if (milliseconds is not (> 0 and <= MaxMilliseconds)) return default;
        var time = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value);
        return Html.Of($"""<time datetime="{time.ToString("O", CultureInfo.InvariantCulture)}">{TimeText(time)}</time>""");
    }

    /// <summary>A moment, for people.</summary>
    public static string TimeText(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>How long something took: the two greatest units.</summary>
    public static string Duration(long milliseconds)
    {
        var span = TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, MaxMilliseconds));
        return span switch
        {
            { TotalSeconds: < 1 } => Invariant($"{span.TotalMilliseconds:0} ms"),
            { TotalMinutes: < 1 } => Invariant($"{span.TotalSeconds:0.0} s"),
            { TotalHours: < 1 } => Invariant($"{span.Minutes} min {span.Seconds:00} s"),
            { TotalDays: < 1 } => Invariant($"{span.Hours} h {span.Minutes:00} min"),
            _ => Invariant($"{(long)span.TotalDays} d {span.Hours:00} h"),
        };
    }

    /// <summary>A number, short.</summary>
    public static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>A size in bytes, short.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1000 => Invariant($"{bytes} bytes"),
        < 1_000_000 => Invariant($"{bytes / 1e3:0.#} kB"),
        < 1_000_000_000 => Invariant($"{bytes / 1e6:0.#} MB"),
        _ => Invariant($"{bytes / 1e9:0.#} GB"),
    };

    /// <summary>The status of a run.</summary>
    public static Html Status(RunStatus status) => Badge(status.ToString().ToLowerInvariant(), status.ToString());

    /// <summary>A word in a frame, which never breaks.</summary>
    /// <param name="kind">Its class, which has its colours.</param>
    /// <param name="text">The word.</param>
    public static Html Badge(string kind, string text) => Html.Of($"""<span class="badge {kind}">{text}</span>""");

    /// <summary>A mark of something deleted.</summary>
    public static Html Stage(LifecycleStage stage) => stage == LifecycleStage.Deleted ? Badge("deleted", "Deleted") : default;

    /// <summary>Names and values; a sentence if there are none.</summary>
    public static Html Facts(params IReadOnlyCollection<(string Name, Html Value)> facts) => facts.Count == 0
        ? Html.Of($"""<p class="soft">None.</p>""")
        : Html.Of($"""
            <dl class="facts">
            {Html.Join(facts.Select(fact => Html.Of($"<div><dt>{fact.Name}</dt><dd>{fact.Value}</dd></div>\n")))}</dl>
            """);

    /// <summary>A text as HTML.</summary>
    public static Html Text(string? text) => Html.Of($"{text}");

    /// <summary>
    /// A cell with a text in one line, which ends with an ellipsis if it is too long. What is cut takes the browser a layer for each row,
    /// so that short texts, which most are, are not in the frame that cuts.
    /// </summary>
    public static Html LineCell(string? text) => text is { Length: > MaxUncut }
        ? Html.Of($"""<td><div class="cut">{text}</div></td>""")
        : Html.Of($"""<td class="nowrap">{text}</td>""");

    /// <summary>Fields that are not seen and keep the state of a page in a form that is sent by GET.</summary>
    public static Html Hidden(PageState state) => Html.Join(state.Pairs.Where(pair => pair.Value.Length > 0)
        .Select(pair => Html.Of($"""<input type="hidden" name="{pair.Name}" value="{pair.Value}">""")));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
