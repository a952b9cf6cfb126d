using System.Globalization;
using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;

namespace TrackingStore.Pages.Compare;

/// <summary>Which run has which colour and dashes. The scripts count in the same way.</summary>
internal static class CompareLegend
{
    private const int Colours = 8;
    private const int Dashes = 4;

    /// <summary>The entry of a run.</summary>
    public static Html Entry(RunItem run, int index) => Html.Of($"""
        <li data-run="{index.ToString(CultureInfo.InvariantCulture)}">{Swatch(index)}{Html.Link(PageUrls.Run(run.RunId), run.Name)}
        {Pieces.Status(run.Status)}</li>

        """);

    /// <summary>A piece of a run's line.</summary>
    public static Html Swatch(int index)
    {
        var (colour, dash) = (index % Colours, index / Colours % Dashes);
        return Html.Of($"""<span class="swatch colour-{colour} dash-{dash}"></span>""");
    }
}
