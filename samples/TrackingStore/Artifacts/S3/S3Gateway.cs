using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using TrackingStore.Availability;
using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts.S3;

/// <summary>
/// Calls S3 as long as that answers. A call ends after a time limit, and while calls fail, most are refused at once.
/// </summary>
/// <param name="client">The client. It is disposed together with this.</param>
/// <param name="outage">Where outages go.</param>
/// <param name="time">The clock.</param>
internal sealed class S3Gateway(IAmazonS3 client, Outage outage, TimeProvider time) : IDisposable
{
    /// <summary>The time limit of calls that transfer no content.</summary>
    public static readonly TimeSpan ShortLimit = TimeSpan.FromSeconds(10);

    /// <summary>The time limit of calls that transfer a part of a file.</summary>
    public static readonly TimeSpan LongLimit = TimeSpan.FromSeconds(60);

    /// <summary>Errors of which the request is the reason: S3 works.</summary>
    private static readonly HashSet<string> OfRequest =
    [
        "NoSuchKey", "NoSuchUpload", "InvalidPart", "InvalidPartOrder", "EntityTooSmall", "PreconditionFailed", "KeyTooLongError",
    ];

    private readonly Circuit circuit = new(time);

    /// <summary>Whether the last call failed.</summary>
    public bool IsFailing => outage.IsOngoing;

    /// <summary>Makes a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="limit">Its time limit, with all its retries.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="AmazonS3Exception">S3 refuses the request.</exception>
    /// <exception cref="TrackingException">S3 does not work; the log has the reason.</exception>
    public async Task<T> CallAsync<T>(
        Func<IAmazonS3, CancellationToken, Task<T>> call, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (!circuit.Admits()) throw Unavailable();
        var startedAt = time.GetTimestamp();
        using var timer = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            var answer = await call(client, either.Token);
            Succeeded(startedAt);
            return answer;
        }
        catch (AmazonS3Exception e) when (OfRequest.Contains(e.ErrorCode) || e.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            Succeeded(startedAt);
            throw;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && IsOutage(e))
        {
            Failed(e is OperationCanceledException ? $"S3 did not answer in {limit.TotalSeconds:0.#} s." : e.Message);
            throw Unavailable();
        }
    }

    /// <summary>Whether an error means that S3 does not work now.</summary>
    public static bool IsOutage(Exception error) => error is AmazonServiceException or AmazonClientException or HttpRequestException
        or IOException or OperationCanceledException;

    /// <summary>An answer broke off.</summary>
    public void Failed(string reason)
    {
        circuit.Failed();
        outage.Failed(reason);
    }

    /// <summary>The error of an outage.</summary>
    public TrackingException Unavailable() => new(new ArtifactsUnavailable(outage.RetryAfter));

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private void Succeeded(long startedAt)
    {
        circuit.Succeeded();
        outage.Succeeded(startedAt);
    }
}
