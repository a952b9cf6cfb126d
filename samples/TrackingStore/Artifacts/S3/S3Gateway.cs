using System.Net;
using System.Net.Sockets;
using System.Xml;
using Amazon.Runtime;
using Amazon.S3;
using TrackingStore.Availability;
using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts.S3;

/// <summary>
/// Calls S3 as long as that answers. A call ends after a time limit. While calls fail, most are refused at once. Reads and writes fail
/// apart: a full bucket takes no writes and goes on to answer reads.
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

    /// <summary>Errors that callers know. The request is the reason: S3 works.</summary>
    private static readonly HashSet<string> OfRequest =
    [
        "NoSuchKey", "NoSuchUpload", "InvalidPart", "InvalidPartOrder", "EntityTooSmall", "PreconditionFailed", "KeyTooLongError",
    ];

    /// <summary>Errors with the status of a bad request of which the keys, the bucket or the network are the reason.</summary>
    private static readonly HashSet<string> OfService =
    [
        "AuthorizationHeaderMalformed", "ExpiredToken", "IncompleteBody", "InvalidBucketName", "InvalidToken", "RequestTimeout", "SlowDown",
        "TokenRefreshRequired",
    ];

    private readonly ReadWriteCircuits circuits = new(outage, time);

    /// <summary>Whether the last call failed.</summary>
    public bool IsFailing => outage.IsOngoing;

    /// <summary>Makes a call that changes nothing.</summary>
    /// <param name="call">The call.</param>
    /// <param name="limit">Its time limit, with all its retries.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="AmazonS3Exception">S3 refuses the request, for a reason that callers know.</exception>
    /// <exception cref="XmlException">The answer has a key that XML cannot have, and that is not encoded.</exception>
    /// <exception cref="TrackingException">S3 refuses it for another reason, or does not work; then the log has the reason.</exception>
    public Task<T> ReadAsync<T>(
        Func<IAmazonS3, CancellationToken, Task<T>> call, TimeSpan limit, CancellationToken cancellationToken) =>
        CallAsync(circuits.Reads, call, limit, cancellationToken);

    /// <summary>Makes a call that may change something.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public Task<T> WriteAsync<T>(
        Func<IAmazonS3, CancellationToken, Task<T>> call, TimeSpan limit, CancellationToken cancellationToken) =>
        CallAsync(circuits.Writes, call, limit, cancellationToken);

    /// <summary>Makes a call that may change something, and has no answer.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public Task WriteAsync(Func<IAmazonS3, CancellationToken, Task> call, TimeSpan limit, CancellationToken cancellationToken) => CallAsync(
        circuits.Writes,
        async (s3, ct) =>
        {
            await call(s3, ct);
            return true;
        },
        limit,
        cancellationToken);

    /// <summary>Whether an error means that S3 does not work now.</summary>
    public static bool IsOutage(Exception error) => error is AmazonServiceException or AmazonClientException or HttpRequestException
        or IOException or SocketException or OperationCanceledException;

    /// <summary>The answers to a read broke off, one after the other.</summary>
    public void ReadFailed(string reason) => circuits.Failed(circuits.Reads, reason);

    /// <summary>The error of an outage.</summary>
    public TrackingException Unavailable() => new(new ArtifactsUnavailable(outage.RetryAfter));

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <summary>
    /// Whether the reason of an error is what a client asked for: an archived object, a part with too high a number. If that counted as an
    /// outage, one client could end the service of all.
    /// </summary>
    private static bool IsOfRequest(AmazonS3Exception error) => error.ErrorCode == "InvalidObjectState"
        || ((int)error.StatusCode is >= 400 and < 500 and not (401 or 403 or 404 or 407 or 408 or 429)
            && !OfService.Contains(error.ErrorCode));

    private async Task<T> CallAsync<T>(
        Circuit circuit, Func<IAmazonS3, CancellationToken, Task<T>> call, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (!circuit.Admits()) throw Unavailable();
        var startedAt = time.GetTimestamp();
        using var timer = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            var answer = await call(client, either.Token);
            circuits.Succeeded(circuit, startedAt);
            return answer;
        }
        catch (XmlException)
        {
            // A key in the answer. S3 works.
            circuits.Succeeded(circuit, startedAt);
            throw;
        }
        catch (AmazonS3Exception e) when (OfRequest.Contains(e.ErrorCode) || e.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            circuits.Succeeded(circuit, startedAt);
            throw;
        }
        catch (AmazonS3Exception e) when (IsOfRequest(e))
        {
            circuits.Succeeded(circuit, startedAt);
            throw new TrackingException(new ArtifactRefused(string.IsNullOrEmpty(e.ErrorCode) ? $"{e.StatusCode}" : e.ErrorCode));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && IsOutage(e))
        {
            circuits.Failed(circuit, e is OperationCanceledException ? $"S3 did not answer in {limit.TotalSeconds:0.#} s." : e.Message);
            throw Unavailable();
        }
    }
}
