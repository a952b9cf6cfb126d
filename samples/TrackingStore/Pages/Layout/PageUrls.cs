namespace TrackingStore.Pages.Layout;

/// <summary>The addresses of pages.</summary>
internal static class PageUrls
{
    /// <summary>The list of experiments.</summary>
    public const string Experiments = "/experiments";

    /// <summary>The list of registered models.</summary>
    public const string Models = "/models";

    /// <summary>An experiment.</summary>
    public static string Experiment(string id) => $"/experiments/{Uri.EscapeDataString(id)}";

    /// <summary>A run.</summary>
    public static string Run(string id) => $"/runs/{Uri.EscapeDataString(id)}";

    /// <summary>A registered model.</summary>
    public static string Model(string name) => $"/models/{Uri.EscapeDataString(name)}";

    /// <summary>A version of a registered model.</summary>
    public static string Version(string name, long version) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Model(name)}/versions/{version}");
}
