using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts.S3;

/// <summary>
/// The content of an object, read as it arrives. After a jump to another place, and after an answer that broke off, it asks for the rest of
/// the same content.
/// </summary>
internal sealed class S3ReadStream : Stream
{
    private const int MaxFailures = 3;
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(30);

    private readonly S3Gateway gateway;
    private readonly string bucket;
    private readonly string key;
    private readonly ArtifactPath path;
    private readonly string tag;
    private GetObjectResponse? current;
    private long currentPosition;

    private S3ReadStream(S3Gateway gateway, string bucket, string key, ArtifactPath path, GetObjectResponse first)
    {
        (this.gateway, this.bucket, this.key, this.path) = (gateway, bucket, key, path);
        (current, tag, Length) = (first, first.ETag, first.ContentLength);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    public override long Position { get; set; }

    /// <summary>Opens an object at its beginning.</summary>
    /// <exception cref="AmazonS3Exception">S3 refuses it: there is none.</exception>
    public static async Task<S3ReadStream> OpenAsync(
        S3Gateway gateway, string bucket, string key, ArtifactPath path, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = bucket, Key = key };
        var first = await gateway.ReadAsync((s3, ct) => s3.GetObjectAsync(request, ct), S3Gateway.ShortLimit, cancellationToken);
        return new S3ReadStream(gateway, bucket, key, path, first);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || buffer.Length == 0) return 0;
        for (var failures = 0; ;)
        {
            if (current is null || currentPosition != Position) await ReopenAsync(cancellationToken);
            var read = await TryReadAsync(buffer, cancellationToken);
            if (read > 0)
            {
                Position += read;
                currentPosition = Position;
                return read;
            }

            Close(ref current);
            if (++failures < MaxFailures) continue;
            gateway.ReadFailed("S3 sent less than it had announced.");
            throw gateway.Unavailable();
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("S3 is read asynchronously.");

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) Close(ref current);
        base.Dispose(disposing);
    }

    private static void Close(ref GetObjectResponse? response)
    {
        response?.Dispose();
        response = null;
    }

    /// <summary>
    /// Reads on; 0 if the answer broke off. That alone is no outage: S3 also ends the answers of clients that are slow to take them.
    /// </summary>
    private async Task<int> TryReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(ReadLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await current!.ResponseStream.ReadAsync(buffer, either.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && S3Gateway.IsOutage(e))
        {
            return 0;
        }
    }

    private async Task ReopenAsync(CancellationToken cancellationToken)
    {
        Close(ref current);
        var request = new GetObjectRequest
        {
            BucketName = bucket,
            Key = key,
            ByteRange = new ByteRange(Position, Length - 1),
            EtagToMatch = tag,
        };
        try
        {
            current = await gateway.ReadAsync((s3, ct) => s3.GetObjectAsync(request, ct), S3Gateway.ShortLimit, cancellationToken);
            currentPosition = Position;
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound)
        {
            // It was replaced or deleted meanwhile: the rest would not belong to the beginning.
            throw new TrackingException(new ArtifactBusy(path.Text));
        }
    }
}
