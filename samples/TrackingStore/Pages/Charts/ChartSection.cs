using DynamoToolkit.Local.Server.Pages;

namespace TrackingStore.Pages.Charts;

/// <summary>The part of a page that has charts. Scripts fill it; without them, it is not seen.</summary>
internal static class ChartSection
{
    /// <summary>The style sheets of charts.</summary>
    public static IReadOnlyList<string> Styles { get; } = ["uplot.css", "charts.css"];

    /// <summary>The library of charts.</summary>
    public static IReadOnlyList<string> Libraries { get; } = ["uplot.js"];

    /// <summary>The names of metrics in the order of their charts: those of the system come last.</summary>
    public static IReadOnlyList<string> Order(IEnumerable<string> names) =>
    [
        .. names.Distinct()
            .OrderBy(name => name.StartsWith("system/", StringComparison.Ordinal))
            .ThenBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>The charts.</summary>
    /// <param name="data">What the script needs to know, as attributes.</param>
    /// <param name="where">Where the values are without a script.</param>
    public static Html Render(Html data, string where) => Html.Of($"""
        <p class="note without-script">Charts need JavaScript. {where}</p>
        <section id="charts" class="needs-script" aria-labelledby="charts-title" hidden {data}>
        <h2 id="charts-title">Charts</h2>
        <form id="chart-settings" class="toolbar chart-settings">
        <label>Axis <select name="x">
        <option value="step">Step</option><option value="time">Time</option><option value="relative">Time since the start</option>
        </select></label>
        <label><input type="checkbox" name="log"> Logarithmic</label>
        <label>Smoothing <input type="range" name="smooth" min="0" max="0.99" step="0.01" value="0"></label>
        <output name="weight" aria-label="Smoothing weight">0</output>
        <label>Metrics <input type="search" name="q" placeholder="part of a name"></label>
        <button type="button" name="all" disabled>Whole axis</button>
        <span id="chart-status" class="soft" role="status"></span>
        </form>
        <p class="soft">Drag across a chart to zoom all charts; double-click to reset.</p>
        <div id="chart-grid" class="chart-grid"></div>
        </section>
        """);
}
