using DynamoToolkit.Local.Server.Pages;

namespace TrackingStore.Pages.Layout;

/// <summary>What one page shows; the layout adds the rest.</summary>
/// <param name="Title">Its title and heading.</param>
/// <param name="Body">What is below the heading.</param>
internal sealed record PageContent(string Title, Html Body)
{
    /// <summary>The part of the pages that it belongs to.</summary>
    public PageSection Section { get; init; }

    /// <summary>The pages above it, outermost first.</summary>
    public IReadOnlyList<(string Url, string Text)> Crumbs { get; init; } = [];

    /// <summary>What stands beside the heading, such as a status.</summary>
    public Html BesideHeading { get; init; }

    /// <summary>Buttons and menus at the other end of the heading's line.</summary>
    public Html Actions { get; init; }

    /// <summary>Whether it takes the whole width of the window, as tables with many columns do.</summary>
    public bool IsWide { get; init; }

    /// <summary>Its style sheets besides the common one, as names of <see cref="PageAssets"/>.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>
    /// Its scripts that are not modules, such as libraries, as names of <see cref="PageAssets"/>. They run before modules.
    /// </summary>
    public IReadOnlyList<string> Libraries { get; init; } = [];

    /// <summary>Its scripts, which are modules, as names of <see cref="PageAssets"/>.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>What may be in its frames, for the policy of its content, such as <c>'self'</c>; null for nothing.</summary>
    public string? FrameSource { get; init; }
}
