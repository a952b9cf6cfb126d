using TrackingStore.Errors;
using TrackingStore.Protocol;

namespace TrackingStore.Pages.Layout;

/// <summary>What pages show of errors.</summary>
internal static class Refusals
{
    /// <summary>What was refused, in MLflow's words; null if the error is another one.</summary>
    public static MlflowException? Of(Exception error) => error switch
    {
        // MLflow has 500 for a state in which something cannot be done, but it is not the server's fault.
        MlflowException { Code: ErrorCode.INVALID_STATE } e => new MlflowException(e.Code, e.Message, StatusCodes.Status409Conflict),
        MlflowException e => e,
        TrackingException e => Of(StoreErrors.Explain(e.Error)),
        _ => null,
    };
}
