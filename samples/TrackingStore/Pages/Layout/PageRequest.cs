using TrackingStore.Endpoints;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Pages.Layout;

/// <summary>A request for a page, or of a form of one.</summary>
/// <param name="Context">The request itself.</param>
/// <param name="Arguments">What the path gives, and the query string or, for a form, its fields.</param>
/// <param name="CanChange">Whether the server changes anything.</param>
/// <param name="Error">Why the form was refused that the page is shown after; null if there was none.</param>
internal sealed record PageRequest(HttpContext Context, Arguments Arguments, bool CanChange, MlflowException? Error)
{
    /// <summary>What the caller may do with what the page shows.</summary>
    public Permission Granted { get; init; } = Permission.MANAGE;

    /// <summary>The fields of the form that was refused; null if none was.</summary>
    public Arguments? Refused { get; init; }

    /// <summary>Ends the work early.</summary>
    public CancellationToken Aborted => Context.RequestAborted;

    /// <summary>Who asks.</summary>
    public Caller Caller => Gate.CallerOf(Context)!;

    /// <summary>Whether the page has a form that needs a permission. Who has not got it would only be refused.</summary>
    public bool May(Permission needed) => CanChange && Granted >= needed;

    /// <summary>What was typed into a field of the form that was refused; null if it was not.</summary>
    public string? Typed(string field) => Refused?.Text(field);

    /// <summary>The state of the page: what its address has behind the path.</summary>
    public PageState State => new(Context.Request.Query);
}
