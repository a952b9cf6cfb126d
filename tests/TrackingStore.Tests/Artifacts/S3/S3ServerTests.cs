using System.Net;
using System.Net.Http.Headers;
using Amazon.S3.Model;
using TrackingStore.Server;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>A server whose artifacts are in a bucket, proxied and direct.</summary>
[Collection(S3Collection.Name)]
public sealed class S3ServerTests(RadosGateway s3) : IAsyncDisposable
{
    private const string Files = "/api/2.0/mlflow-artifacts/artifacts/";
    private const string Presigned = "/api/2.0/mlflow-artifacts/presigned/";
    private const int PartSize = 5 * 1024 * 1024;
    private readonly BucketServer bucket = new(s3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Root => bucket.Root;

    private MlflowClient Client => bucket.Client;

    public ValueTask DisposeAsync() => bucket.DisposeAsync();

    [Fact]
    public async Task Proxied_File_IsUploadedListedAndDownloadedInPieces()
    {
        await bucket.StartAsync(bucket.Proxied);
        var run = await Client.CreateRunAsync("0");
        var uri = (string)(await Client.RunAsync(run))["info"]!["artifact_uri"]!;
        Assert.Equal($"mlflow-artifacts:/0/{run}/artifacts", uri);
        var path = $"0/{run}/artifacts/a%20b/100%25%2B%C3%A4.txt";
        (await Client.SendAsync(HttpMethod.Put, Files + path, "0123456789")).Ok();
        var list = (await Client.GetAsync($"artifacts/list?run_id={run}&path=a%20b")).Ok();
        Assert.Equal("""[{"path":"a b/100%\u002B\u00E4.txt","is_dir":false,"file_size":10}]""", list["files"]!.ToJsonString());
        Assert.Equal("0123456789", (await Client.SendAsync(HttpMethod.Get, Files + path)).Ok().Text);

        using var request = new HttpRequestMessage(HttpMethod.Get, Files + path);
        request.Headers.Range = new RangeHeaderValue(3, 5);
        using var part = await Client.Http.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("345", await part.Content.ReadAsStringAsync(Ct));

        var page = (await Client.SendAsync(HttpMethod.Get, $"/runs/{run}/artifacts?path=a%20b/100%25%2B%C3%A4.txt")).Ok();
        Assert.Contains("0123456789", page.Text, StringComparison.Ordinal);
        (await Client.SendAsync(HttpMethod.Delete, Files + path)).Ok();
        (await Client.SendAsync(HttpMethod.Get, Files + path)).Is(404, "RESOURCE_DOES_NOT_EXIST", "No such artifact");
        foreach (var bad in (string[])["0/%252e%252e/x", "0/a%5Cb"])
            (await Client.SendAsync(HttpMethod.Get, Files + bad)).Is(400, "INVALID_PARAMETER_VALUE", "Invalid path");
    }

    [Fact]
    public async Task Multipart_PartsPutToSignedUrls_BecomeTheFile_AlsoIfTheAnswerWasLost()
    {
        await bucket.StartAsync(bucket.Proxied);
        var run = await Client.CreateRunAsync("0");
        var place = $"0/{run}/artifacts/m%20odel";
        var begun = (await StepAsync("create", place, new { path = "C:\\my data\\w+ 1%.bin", num_parts = 2 })).Ok();
        var upload = (string)begun["upload_id"]!;
        var parts = new List<object>();
        using var plain = new HttpClient();
        foreach (var credential in begun["credentials"]!.AsArray())
        {
            var number = (int)credential!["part_number"]!;
            var content = new ByteArrayContent(Enumerable.Repeat((byte)('0' + number), number == 1 ? PartSize : 3).ToArray());
            using var put = await plain.PutAsync((string)credential["url"]!, content, Ct);
            Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync(Ct));
            parts.Insert(0, new { part_number = number, etag = put.Headers.ETag!.Tag, url = "" });
        }

        Assert.Equal(2, parts.Count);
        var all = new { path = "w+ 1%.bin", upload_id = upload, parts };
        var wrong = new { path = "w+ 1%.bin", upload_id = upload, parts = new[] { new { part_number = 1, etag = new string('a', 32) } } };
        (await StepAsync("complete", place, wrong)).Is(400, "INVALID_PARAMETER_VALUE", "cannot be completed");
        (await StepAsync("complete", place, all)).Ok();
        Assert.Equal(200, (await Client.SendAsync(HttpMethod.Get, $"{Files}{place}/w%2B%201%25.bin")).Status);
        // As MLflow's client does that got no answer.
        (await StepAsync("complete", place, all)).Ok();
        Assert.Equal(200, (await Client.SendAsync(HttpMethod.Get, $"{Files}{place}/w%2B%201%25.bin")).Status);
        (await StepAsync("abort", place, new { path = "w+ 1%.bin", upload_id = upload })).Ok();
        var text = (await Client.SendAsync(HttpMethod.Get, $"{Files}{place}/w%2B%201%25.bin")).Ok().Text;
        Assert.Equal(new string('1', PartSize) + "222", text);
    }

    [Fact]
    public async Task Multipart_DamagedRequests_AreRefused()
    {
        await bucket.StartAsync(bucket.Proxied);
        (await StepAsync("create", "0/r", new { num_parts = 2 })).Is(400, "INVALID_PARAMETER_VALUE", "'path'");
        (await StepAsync("create", "0/r", new { path = "a/", num_parts = 2 })).Is(400, "INVALID_PARAMETER_VALUE", "'path'");
        (await StepAsync("create", "0/r", new { path = "a/.", num_parts = 2 })).Is(400, "INVALID_PARAMETER_VALUE", "'path'");
        (await StepAsync("create", "0/r", new { path = "a/..", num_parts = 2 })).Is(400, "INVALID_PARAMETER_VALUE", "Invalid path");
        (await StepAsync("create", "0/%252e%252e/r", new { path = "a", num_parts = 2 })).Is(400, "INVALID_PARAMETER_VALUE", "Invalid path");
        foreach (var count in (int[])[0, 10_001])
            (await StepAsync("create", "0/r", new { path = "a", num_parts = count })).Is(400, "INVALID_PARAMETER_VALUE", "'num_parts'");
        (await StepAsync("complete", "0/r", new { path = "a", upload_id = "x" })).Is(400, "INVALID_PARAMETER_VALUE", "'parts'");
        foreach (var tag in (string[])["\u0001", "ä", new('a', 201)])
        {
            var parts = new[] { new { part_number = 1, etag = tag } };
            (await StepAsync("complete", "0/r", new { path = "a", upload_id = "x", parts })).Is(400, "INVALID_PARAMETER_VALUE", "etag");
        }

        var id = new string('x', 1001);
        (await StepAsync("abort", "0/r", new { path = "a", upload_id = id })).Is(400, "INVALID_PARAMETER_VALUE", "'upload_id'");
        (await StepAsync("abort", "0/r", new { path = "a", upload_id = "2~none" })).Ok();
    }

    [Fact]
    public async Task Direct_RunsNameTheBucket_AndTheServerShowsWhatClientsPutThere()
    {
        await bucket.StartAsync(bucket.Options with { DefaultArtifactRoot = Root });
        var experiment = await Client.CreateExperimentAsync();
        var run = await Client.CreateRunAsync(experiment);
        var uri = (string)(await Client.RunAsync(run))["info"]!["artifact_uri"]!;
        Assert.Equal($"{Root}/{experiment}/{run}/artifacts", uri);
        using var direct = s3.Connect();
        var key = uri[$"s3://{RadosGateway.Bucket}/".Length..] + "/note.txt";
        await direct.PutObjectAsync(new PutObjectRequest { BucketName = RadosGateway.Bucket, Key = key, ContentBody = "hello" }, Ct);
        var list = (await Client.GetAsync($"artifacts/list?run_id={run}")).Ok();
        Assert.Equal(uri, (string)list["root_uri"]!);
        Assert.Equal("note.txt", (string)list["files"]![0]!["path"]!);
        Assert.Equal("hello", (await Client.SendAsync(HttpMethod.Get, $"/get-artifact?run_id={run}&path=note.txt")).Ok().Text);

        var place = $"s3://{RadosGateway.Bucket}/other";
        var elsewhere = (await Client.PostAsync("experiments/create", new { name = "e", artifact_location = place })).Ok();
        var other = await Client.CreateRunAsync((string)elsewhere["experiment_id"]!);
        (await Client.GetAsync($"artifacts/list?run_id={other}")).Is(400, "INVALID_PARAMETER_VALUE", "are not kept by this server");
    }

    [Fact]
    public async Task CleanUp_RemovesDeletedRunsAndUnfinishedUploads_AndNamesOrphans()
    {
        await bucket.StartAsync(bucket.Proxied);
        var (run, kept) = (await Client.CreateRunAsync("0"), await Client.CreateRunAsync("0"));
        var orphan = new string('a', 32);
        foreach (var id in (string[])[run, kept, orphan])
            (await Client.SendAsync(HttpMethod.Put, $"{Files}0/{id}/artifacts/a.txt", "x")).Ok();
        (await StepAsync("create", $"0/{kept}/artifacts", new { path = "big", num_parts = 2 })).Ok();
        (await Client.PostAsync("runs/delete", new { run_id = run })).Ok();
        await bucket.StopAsync();

        var later = new SteppingClock(DateTimeOffset.UtcNow.AddDays(31));
        var options = bucket.Proxied with { CleanUpAfterDays = 30, Time = later };
        var output = new StringWriter();
        Assert.Equal(0, await CleanUpCommand.RunAsync(options, false, TimeSpan.Zero, output, Ct));
        Assert.Contains("Removed 1 runs, 0 logged models, 1 unfinished uploads", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"has the folder 0/{orphan}. It is kept.", output.ToString(), StringComparison.Ordinal);
        await bucket.StartAsync(bucket.Proxied);
        (await Client.SendAsync(HttpMethod.Get, $"{Files}0/{run}/artifacts/a.txt")).Is(404, "RESOURCE_DOES_NOT_EXIST", "");
        foreach (var id in (string[])[kept, orphan]) (await Client.SendAsync(HttpMethod.Get, $"{Files}0/{id}/artifacts/a.txt")).Ok();
    }

    [Fact]
    public async Task Backup_SaysThatArtifactsAreNotInIt_AndRestoresItemsOnly()
    {
        var options = bucket.Proxied;
        await bucket.StartAsync(options);
        var run = await Client.CreateRunAsync("0");
        (await Client.SendAsync(HttpMethod.Put, $"{Files}0/{run}/artifacts/a.txt", "x")).Ok();
        await bucket.StopAsync();
        var (to, output) = (Path.Combine(bucket.Folder.FullName, "backup"), new StringWriter());
        Assert.Equal(0, await BackupCommand.BackupAsync(options, to, output, Ct));
        Assert.Contains($"the artifacts in {Root} are not in the backup", output.ToString(), StringComparison.Ordinal);

        output = new StringWriter();
        var restored = options with { DataFolder = Path.Combine(bucket.Folder.FullName, "restored") };
        Assert.Equal(0, await BackupCommand.RestoreAsync(to, restored, output, Ct));
        Assert.Contains($"They were in {Root}", output.ToString(), StringComparison.Ordinal);
        await bucket.StartAsync(restored);
        Assert.Equal("x", (await Client.SendAsync(HttpMethod.Get, $"{Files}0/{run}/artifacts/a.txt")).Ok().Text);
    }

    /// <summary>Otherwise a version would be a way to files that its creator may not read, and that came to the server later.</summary>
    [Fact]
    public async Task Source_FromBeforeTheServerHadTheBucket_IsShownToThoseWhoMayReadTheFiles()
    {
        await bucket.StartAsync(bucket.WithSignIn);
        await bucket.AddUserAsync("ann");
        using var admin = bucket.ClientOf(UserNames.First);
        using var ann = bucket.ClientOf("ann");
        var experiment = await admin.CreateExperimentAsync();
        var run = await admin.CreateRunAsync(experiment);
        var name = await ann.CreateModelAsync();
        await ann.CreateVersionAsync(name, $"{Root}/{experiment}/{run}/artifacts");
        await ann.CreateVersionAsync(name, $"models:/{name}/1");

        await bucket.StartAsync(bucket.WithSignIn with { ArtifactsDestination = Root });
        using var owner = bucket.ClientOf(UserNames.First);
        using var reader = bucket.ClientOf("ann");
        (await owner.SendAsync(HttpMethod.Put, $"{Files}{experiment}/{run}/artifacts/a.txt", "secret")).Ok();
        await reader.CreateVersionAsync(name, $"models:/{name}/1");
        (await reader.PostAsync("model-versions/create", new { name, source = $"{Root}/{experiment}/{run}/artifacts" }))
            .Is(403, "PERMISSION_DENIED", "");
        foreach (var version in (string[])["1", "2", "3"])
            (await FileOfAsync(reader, version)).Is(403, "PERMISSION_DENIED", "Permission denied");
        Assert.Equal("secret", (await FileOfAsync(owner, "1")).Ok().Text);

        var grant = new { experiment_id = experiment, username = "ann", permission = "READ" };
        (await owner.PostAsync("experiments/permissions/create", grant)).Ok();
        foreach (var version in (string[])["1", "2", "3"]) Assert.Equal("secret", (await FileOfAsync(reader, version)).Ok().Text);

        // A version that is registered now shows its files to all who may read the model, as with files on a disk.
        await reader.CreateVersionAsync(name, $"{Root}/{experiment}/{run}/artifacts");
        await reader.CreateVersionAsync(name, $"models:/{name}/4");
        (await owner.DeleteAsync("experiments/permissions/delete", new { experiment_id = experiment, username = "ann" })).Ok();
        foreach (var version in (string[])["4", "5"]) Assert.Equal("secret", (await FileOfAsync(reader, version)).Ok().Text);
        (await FileOfAsync(reader, "1")).Is(403, "PERMISSION_DENIED", "Permission denied");

        Task<Answer> FileOfAsync(MlflowClient caller, string version) => caller.SendAsync(
            HttpMethod.Get, $"/model-versions/get-artifact?name={name}&version={version}&path=a.txt");
    }

    /// <summary>What MLflow's client does with MLFLOW_ENABLE_PROXY_MULTIPART_DOWNLOAD.</summary>
    [Fact]
    public async Task Presigned_Download_ComesFromTheBucketInPieces()
    {
        await bucket.StartAsync(bucket.Proxied);
        (await Client.SendAsync(HttpMethod.Put, Files + "0/r/artifacts/a%20b/w%2B%C3%A4.txt", "0123456789")).Ok();
        var signed = (await Client.SendAsync(HttpMethod.Get, Presigned + "0/r/artifacts/a%20b/w%2B%C3%A4.txt")).Ok();
        Assert.Equal("{}", signed["headers"]!.ToJsonString());
        Assert.Equal(10, (int)signed["file_size"]!);
        using var plain = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, (string)signed["url"]!);
        request.Headers.Range = new RangeHeaderValue(3, 5);
        using var part = await plain.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("345", await part.Content.ReadAsStringAsync(Ct));
        Assert.Equal("attachment", part.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("w+ä.txt", part.Content.Headers.ContentDisposition.FileNameStar);

        (await Client.SendAsync(HttpMethod.Put, Files + "0/r/artifacts/empty", "")).Ok();
        Assert.Equal(0, (int)(await Client.SendAsync(HttpMethod.Get, Presigned + "0/r/artifacts/empty")).Ok()["file_size"]!);
        foreach (var missing in (string[])["0/r/artifacts/none", "0/r/artifacts/a%20b", ""])
            (await Client.SendAsync(HttpMethod.Get, Presigned + missing)).Is(404, "RESOURCE_DOES_NOT_EXIST", "No such artifact");
        (await Client.SendAsync(HttpMethod.Get, Presigned + "0/%252e%252e/x")).Is(400, "INVALID_PARAMETER_VALUE", "Invalid path");
    }

    [Fact]
    public async Task Presigned_Download_NeedsReadingTheExperiment()
    {
        await bucket.StartAsync(bucket.WithSignIn with { ArtifactsDestination = Root });
        await bucket.AddUserAsync("ann");
        using var admin = bucket.ClientOf(UserNames.First);
        using var ann = bucket.ClientOf("ann");
        var experiment = await admin.CreateExperimentAsync();
        (await admin.SendAsync(HttpMethod.Put, $"{Files}{experiment}/r/artifacts/a.txt", "x")).Ok();
        (await ann.SendAsync(HttpMethod.Get, $"{Presigned}{experiment}/r/artifacts/a.txt")).Is(403, "PERMISSION_DENIED", "");
        (await ann.SendAsync(HttpMethod.Get, $"{Presigned}{experiment}/r/artifacts/none")).Is(403, "PERMISSION_DENIED", "");
        var grant = new { experiment_id = experiment, username = "ann", permission = "READ" };
        (await admin.PostAsync("experiments/permissions/create", grant)).Ok();
        (await ann.SendAsync(HttpMethod.Get, $"{Presigned}{experiment}/r/artifacts/a.txt")).Ok();
    }

    /// <summary>An upload whose client or server has gone takes space that nobody sees.</summary>
    [Fact]
    public async Task UnfinishedUploads_AreRemovedByTheServerAfterAWeek()
    {
        await bucket.StartAsync(bucket.Proxied);
        (await StepAsync("create", "0/r/artifacts", new { path = "old", num_parts = 2 })).Ok();
        using var direct = s3.Connect();
        await bucket.StartAsync(bucket.Proxied with { Time = new SteppingClock(DateTimeOffset.UtcNow.AddDays(6)) });
        Assert.Single(await UploadsAsync());
        await bucket.StartAsync(bucket.Proxied with { Time = new SteppingClock(DateTimeOffset.UtcNow.AddDays(8)) });
        await Eventually.IsSoAsync(async () => (await UploadsAsync()).Count == 0, "the upload is removed");

        async Task<IReadOnlyList<MultipartUpload>> UploadsAsync() => (await direct.ListMultipartUploadsAsync(
            new ListMultipartUploadsRequest { BucketName = RadosGateway.Bucket, Prefix = Root[$"s3://{RadosGateway.Bucket}/".Length..] },
            Ct)).MultipartUploads ?? [];
    }

    /// <summary>Before the client sends it.</summary>
    [Fact]
    public async Task FileThatSaysThatItIsTooLarge_IsRefusedAtOnce()
    {
        await bucket.StartAsync(bucket.Proxied);
        using var request = new HttpRequestMessage(HttpMethod.Put, Files + "0/r/artifacts/a") { Content = new EndlessContent(1L << 40) };
        request.Headers.ExpectContinue = true;
        using var answer = await Client.Http.SendAsync(request, Ct);
        new Answer((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct))
            .Is(400, "INVALID_PARAMETER_VALUE", "The file is too large: it may have at most 520093696000 bytes.");
    }

    private Task<Answer> StepAsync(string step, string place, object body) =>
        Client.SendAsync(HttpMethod.Post, $"/api/2.0/mlflow-artifacts/mpu/{step}/{place}", body);
}
