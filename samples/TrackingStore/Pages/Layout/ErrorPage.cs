using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Protocol;

namespace TrackingStore.Pages.Layout;

/// <summary>The page of a request that cannot be answered.</summary>
internal static class ErrorPage
{
    /// <summary>The page of an error.</summary>
    public static PageContent Of(MlflowException error) => new(TitleOf(error.Status), Html.Of($"""
        <p class="lead">{error.Message}</p>
        <p><a class="button" href="{PageUrls.Experiments}">To the experiments</a></p>
        """));

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Sign in",
        StatusCodes.Status403Forbidden => "Not allowed",
        StatusCodes.Status404NotFound => "Not found",
        >= 500 => "The server cannot answer now",
        _ => "The request cannot be completed",
    };
}
