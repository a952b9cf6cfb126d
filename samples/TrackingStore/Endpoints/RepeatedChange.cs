using System.Security.Cryptography;
using System.Text;
using TrackingStore.Availability;
using TrackingStore.Errors;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;

namespace TrackingStore.Endpoints;

/// <summary>
/// Makes changes whose repetition is an error, such as a deletion. MLflow's clients repeat a request after a 503. If the store made the
/// change and its answer was lost, the repetition must not be an error.
/// </summary>
/// <param name="outcomes">The changes without a known outcome.</param>
internal sealed class RepeatedChange(OpenOutcomes outcomes)
{
    private static readonly TimeSpan CheckLimit = TimeSpan.FromSeconds(5);

    /// <summary>Names a change: the caller, what is asked for, and its arguments.</summary>
    public static string NameOf(HttpContext context, string path, IEnumerable<string> parameters, Arguments arguments)
    {
        string?[] parts =
            [Gate.CallerOf(context)?.Name ?? "", context.Request.Method, path, .. parameters.Select(name => arguments.Json(name))];

        // A hash, because arguments may be as long as a request.
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    /// <summary>Makes a change, or finds it made where nobody knew that.</summary>
    /// <param name="change">The change's name.</param>
    /// <param name="require">Checks the caller's permission. Only what somebody was allowed to change is remembered.</param>
    /// <param name="make">Makes it.</param>
    /// <param name="changedId">The id of what it changes, once <paramref name="make"/> knows that; otherwise null.</param>
    /// <param name="findMade">
    /// The reply to a change whose effect is exactly there; null if it is not. It gets the id of what the change was to change, because
    /// something else may have the name now, and the caller no permission for that.
    /// </param>
    /// <param name="cancellationToken">Ends when the client leaves.</param>
    public async Task<T> MakeAsync<T>(
        string change,
        Func<Task> require,
        Func<Task<T>> make,
        Func<string?> changedId,
        Func<string?, CancellationToken, Task<T?>> findMade,
        CancellationToken cancellationToken)
        where T : class
    {
        var isAllowed = false;
        string? openId = null;
        try
        {
            await require();
            isAllowed = true;
            var reply = await make();
            outcomes.Remove(change);
            return reply;
        }
        catch (TrackingException) when (outcomes.Has(change, out openId))
        {
            if (await findMade(openId, cancellationToken) is not { } reply) throw;
            outcomes.Remove(change);
            return reply;
        }
        catch (Exception e) when (isAllowed && e is not (TrackingException or MlflowException))
        {
            // What is still on its way may arrive later. So it stays open, also if it is not made now.
            outcomes.Add(change, changedId());
            if (cancellationToken.IsCancellationRequested
                || await TryFindAsync(token => findMade(changedId(), token), cancellationToken) is not { } reply)
            {
                throw;
            }

            outcomes.Remove(change);
            return reply;
        }
    }

    private static async Task<T?> TryFindAsync<T>(Func<CancellationToken, Task<T?>> findMade, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(CheckLimit);
        try
        {
            return await findMade(limit.Token);
        }
        catch (Exception e) when (e is TrackingException or OperationCanceledException || GuardedTransport.IsOutage(e))
        {
            // The client gets the first error.
            return null;
        }
    }
}
