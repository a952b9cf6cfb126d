using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using TrackingStore.Artifacts;
using TrackingStore.Artifacts.S3;
using TrackingStore.Availability;
using TrackingStore.Errors;
using TrackingStore.Tests.Support;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>What counts as an outage of the bucket. Needs no S3.</summary>
public sealed class S3GatewayTests : IDisposable
{
    private readonly LogLines log = new();
    private readonly Outage outage;
    private readonly S3Gateway gateway;

    public S3GatewayTests()
    {
        outage = new Outage("The bucket", TimeProvider.System, log);
        gateway = new S3Gateway(new CutS3(0), outage, TimeProvider.System);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => gateway.Dispose();

    /// <summary>Otherwise one user could end the service of all.</summary>
    [Theory]
    [InlineData(400, "InvalidArgument", "InvalidArgument")]
    [InlineData(403, "InvalidObjectState", "InvalidObjectState")]
    [InlineData(414, "", "RequestUriTooLong")]
    public async Task RequestThatS3Refuses_IsNoOutage(int status, string code, string reason)
    {
        for (var i = 0; i < 2 * Circuit.MaxFailures; i++)
            Assert.Equal(new ArtifactRefused(reason), await WriteErrorAsync(status, code));

        Assert.False(gateway.IsFailing);
        Assert.Empty(log.Lines);
    }

    [Theory]
    [InlineData(400, "ExpiredToken")]
    [InlineData(403, "AccessDenied")]
    [InlineData(404, "NoSuchBucket")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(503, "SlowDown")]
    public async Task ServiceThatFails_IsAnOutage(int status, string code)
    {
        Assert.IsType<ArtifactsUnavailable>(await WriteErrorAsync(status, code));
        Assert.True(gateway.IsFailing);
    }

    [Fact]
    public async Task BucketThatTakesNoWrites_GoesOnToBeRead()
    {
        for (var i = 0; i < Circuit.MaxFailures; i++) await WriteErrorAsync(403, "QuotaExceeded");
        await Assert.ThrowsAsync<TrackingException>(() => gateway.WriteAsync((_, _) => Task.FromResult(1), S3Gateway.ShortLimit, Ct));
        Assert.Equal(1, await gateway.ReadAsync((_, _) => Task.FromResult(1), S3Gateway.ShortLimit, Ct));
        Assert.True(gateway.IsFailing);
    }

    /// <summary>S3 ends the answer of a client that takes it slowly.</summary>
    [Fact]
    public async Task AnswersThatBreakOff_AreContinued_AndNoOutage()
    {
        using var artifacts = Open(new CutS3(1));
        await using var stream = await artifacts.OpenReadAsync(ArtifactPath.Parse("a"), Ct);
        await stream.ReadExactlyAsync(new byte[CutS3.Length], Ct);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task AnswersWithoutContent_AreAnOutage()
    {
        using var artifacts = Open(new CutS3(0));
        await using var stream = await artifacts.OpenReadAsync(ArtifactPath.Parse("a"), Ct);
        var error = await Assert.ThrowsAsync<TrackingException>(async () => await stream.ReadExactlyAsync(new byte[CutS3.Length], Ct));
        Assert.IsType<ArtifactsUnavailable>(error.Error);
        Assert.Single(log.Lines);
    }

    [Fact]
    public async Task ListWithoutAWayToItsRest_IsAnError()
    {
        using var artifacts = Open(new CutS3(0));
        var error = await Assert.ThrowsAsync<TrackingException>(() => artifacts.ListAsync(default, Ct));
        Assert.IsType<ArtifactsUnavailable>(error.Error);
        error = await Assert.ThrowsAsync<TrackingException>(
            () => artifacts.RemoveUnfinishedAsync(DateTimeOffset.MaxValue, isDryRun: true, Ct));
        Assert.IsType<ArtifactsUnavailable>(error.Error);
    }

    /// <summary>
    /// The answer to a first attempt may have been lost. The file may have many gigabytes, of which S3 would begin to send some.
    /// </summary>
    [Theory]
    [InlineData("\"0a314fe6160e361429dd96a2b098126b-1\"", true)]
    [InlineData("\"0a314fe6160e361429dd96a2b098126b-2\"", false)]
    [InlineData(null, false)]
    public async Task CompletingAnUploadAgain_AsksForTheTagOnly(string? tag, bool isDone)
    {
        using var artifacts = Open(new FinishedS3(tag));
        UploadedPart[] parts = [new(1, "\"8b8154f03b75f58a6c702235bf643629\"")];
        var completing = artifacts.Multipart.CompleteAsync(ArtifactPath.Parse("a"), "1", parts, Ct);
        if (isDone) await completing;
        else Assert.IsType<UploadRefused>((await Assert.ThrowsAsync<TrackingException>(() => completing)).Error);
        Assert.Empty(log.Lines);
    }

    /// <summary>Ceph's gateway answers so. A server that is out of order answers so as well, and then the object is not there.</summary>
    [Theory]
    [InlineData("\"0a314fe6160e361429dd96a2b098126b-1\"", 500, true)]
    [InlineData("\"0a314fe6160e361429dd96a2b098126b-1\"", 503, true)]
    [InlineData("\"0a314fe6160e361429dd96a2b098126b-2\"", 500, false)]
    [InlineData(null, 500, false)]
    public async Task CompletingAnUploadAgain_ThatIsAnErrorOfTheServer_IsDoneIfTheFileIsThere(string? tag, int status, bool isDone)
    {
        using var artifacts = Open(new FinishedS3(tag, (HttpStatusCode)status, "InternalError"));
        UploadedPart[] parts = [new(1, "\"8b8154f03b75f58a6c702235bf643629\"")];
        var completing = artifacts.Multipart.CompleteAsync(ArtifactPath.Parse("a"), "1", parts, Ct);
        if (isDone) await completing;
        else Assert.IsType<ArtifactsUnavailable>((await Assert.ThrowsAsync<TrackingException>(() => completing)).Error);
        Assert.Equal(isDone ? 0 : 1, log.Lines.Count);
    }

    [Theory]
    [InlineData("s3://bucket/p", true)]
    [InlineData("s3://bucket/p/", true)]
    [InlineData("s3://bucket/p?q", true)]
    [InlineData("s3://bucket/p/x", true)]
    [InlineData("s3://bucket/p2", false)]
    [InlineData("s3://bucket", false)]
    public void MayBeOwn_TheRootAndWhatIsBelow(string uri, bool expected)
    {
        using var artifacts = Open(new CutS3(0));
        Assert.Equal(expected, ArtifactLocations.MayBeOwn(uri, artifacts));
    }

    private S3Artifacts Open(IAmazonS3 client) => new(S3Location.Parse("s3://bucket/p"), client, TimeProvider.System, outage);

    private async Task<TrackingError> WriteErrorAsync(int status, string code)
    {
        var refusal = new AmazonS3Exception("No.", ErrorType.Unknown, code, "1", (HttpStatusCode)status);
        return (await Assert.ThrowsAsync<TrackingException>(
            () => gateway.WriteAsync((_, _) => Task.FromException<int>(refusal), S3Gateway.ShortLimit, Ct))).Error;
    }
}
