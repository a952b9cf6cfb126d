using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Endpoints;

/// <summary>A request of somebody who may not do everything.</summary>
/// <param name="Caller">Who sends it.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Context">The request itself.</param>
internal sealed record AccessRequest(Caller Caller, Arguments Arguments, HttpContext Context)
{
    /// <summary>Ends the checks early.</summary>
    public CancellationToken Aborted => Context.RequestAborted;
}
