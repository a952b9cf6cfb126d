using System.Net;
using System.Net.Sockets;
using System.Text;
using TrackingStore.Server;
using TrackingStore.Tests.Artifacts;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

public sealed class ArtifactTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private const string Root = "/api/2.0/mlflow-artifacts/artifacts";
    private const string InvalidPath = """{"error_code":"INVALID_PARAMETER_VALUE","message":"Invalid path"}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Proxy_UploadListDownloadDelete()
    {
        var (experimentId, runId) = await NewRunAsync();
        var folder = $"{experimentId}/{runId}/artifacts";
        var content = new byte[3_000_000];
        Random.Shared.NextBytes(content);
        (await PutAsync($"{folder}/model/data%20file.bin", content)).Ok();
        (await PutAsync($"{folder}/note.txt", "hello"u8.ToArray())).Ok();
        (await PutAsync($"{folder}/note.txt", "hello again"u8.ToArray())).Ok();
        (await PutAsync($"{folder}/empty", [])).Ok();

        var listed = (await Client.SendAsync(HttpMethod.Get, $"{Root}?path={Uri.EscapeDataString(folder)}")).Ok();
        Assert.Equal(
            """{"files":[{"path":"empty","is_dir":false},{"path":"model","is_dir":true},""" +
            """{"path":"note.txt","is_dir":false,"file_size":11}]}""",
            listed.Text);
        using var response = await Client.Http.GetAsync($"{Root}/{folder}/model/data%20file.bin", TestContext.Current.CancellationToken);
        Assert.Equal(content, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);

        (await Client.SendAsync(HttpMethod.Delete, $"{Root}/{folder}/note.txt")).Ok();
        (await Client.SendAsync(HttpMethod.Get, $"{Root}/{folder}/note.txt")).Is(404, "RESOURCE_DOES_NOT_EXIST", "note.txt");
        (await Client.SendAsync(HttpMethod.Get, $"{Root}/{folder}/model")).Is(404, "RESOURCE_DOES_NOT_EXIST", "model");
    }

    /// <summary>What others put into the folder. MLflow's clients refuse a whole list that has such a name.</summary>
    [Fact]
    public async Task List_NamesThatNoPathHas_AreLeftOut()
    {
        var folder = Directory.CreateTempSubdirectory("tracking-names");
        await using (var own = await TrackingServer.StartAsync(new() { Port = 0, ArtifactsDestination = folder.FullName }, Ct))
        {
            using var client = new MlflowClient(own.Url);
            var run = await client.CreateRunAsync("0");
            var place = folder.CreateSubdirectory($"0/{run}/artifacts").FullName;
            foreach (var name in (string[])["good", "back\\slash", "a\u0001", "%2e%2e"])
                await File.WriteAllTextAsync(Path.Combine(place, name), "1", Ct);
            const string good = """[{"path":"good","is_dir":false,"file_size":1}]""";
            Assert.Equal(good, (await client.GetAsync($"artifacts/list?run_id={run}")).Ok()["files"]!.ToJsonString());
            var proxied = await client.SendAsync(HttpMethod.Get, $"{Root}?path=0/{run}/artifacts");
            Assert.Equal(good, proxied.Ok()["files"]!.ToJsonString());
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Run_ListAndDownload_ByRunId()
    {
        var (experimentId, runId) = await NewRunAsync();
        (await PutAsync($"{experimentId}/{runId}/artifacts/a/b.txt", "text"u8.ToArray())).Ok();
        var listed = (await Client.GetAsync($"artifacts/list?run_id={runId}")).Ok();
        Assert.Equal(
            $$"""{"root_uri":"mlflow-artifacts:/{{experimentId}}/{{runId}}/artifacts","files":[{"path":"a","is_dir":true}]}""",
            listed.Text);
        Assert.Equal(
            """[{"path":"a/b.txt","is_dir":false,"file_size":4}]""",
            (await Client.GetAsync($"artifacts/list?run_uuid={runId}&path=a"))["files"]!.ToJsonString());
        Assert.Equal("text", (await Client.SendAsync(HttpMethod.Get, $"/get-artifact?run_id={runId}&path=a/b.txt")).Ok().Text);
        (await Client.SendAsync(HttpMethod.Get, $"/get-artifact?run_id={runId}&path=a/c.txt")).Is(404, "RESOURCE_DOES_NOT_EXIST", "c.txt");
        (await Client.SendAsync(HttpMethod.Get, $"/get-artifact?run_id={runId}")).Is(400, "INVALID_PARAMETER_VALUE", "'path'");
    }

    [Fact]
    public async Task WebUpload_PutsTheFileBelowTheRun()
    {
        var (_, runId) = await NewRunAsync();
        const string url = "/ajax-api/2.0/mlflow/upload-artifact";
        (await Client.SendAsync(HttpMethod.Post, $"{url}?run_uuid={runId}&path=up/x.json", "{}"u8.ToArray())).Ok();
        Assert.Equal("{}", (await Client.SendAsync(HttpMethod.Get, $"/get-artifact?run_id={runId}&path=up/x.json")).Text);
        (await Client.SendAsync(HttpMethod.Post, $"{url}?path=x", "{}"u8.ToArray())).Is(400, "INVALID_PARAMETER_VALUE", "run_uuid");
        (await Client.SendAsync(HttpMethod.Post, $"{url}?run_uuid={runId}", "{}"u8.ToArray())).Is(400, "INVALID_PARAMETER_VALUE", "path");
        (await Client.SendAsync(HttpMethod.Post, $"{url}?run_uuid={runId}&path=big", new byte[10 * 1024 * 1024 + 1]))
            .Is(400, "INVALID_PARAMETER_VALUE", "too large");
        (await Client.SendAsync(HttpMethod.Post, $"{url}?run_uuid={runId}&path=empty", Array.Empty<byte>()))
            .Is(400, "INVALID_PARAMETER_VALUE", "Request must specify data.");
        (await Client.SendAsync(HttpMethod.Post, $"{url}?run_uuid={runId}&path=empty"))
            .Is(400, "INVALID_PARAMETER_VALUE", "Request must specify data.");
    }

    [Theory]
    [InlineData("create")]
    [InlineData("complete")]
    [InlineData("abort")]
    public async Task Multipart_IsNotSupported(string step) =>
        (await Client.SendAsync(HttpMethod.Post, $"/api/2.0/mlflow-artifacts/mpu/{step}/1/r/artifacts/x", "{}"))
            .Is(501, "NOT_IMPLEMENTED", "Multipart upload is not supported for the current artifact repository");

    [Fact]
    public async Task Presigned_IsNotSupported() =>
        (await Client.SendAsync(HttpMethod.Get, "/api/2.0/mlflow-artifacts/presigned/1/r/artifacts/x"))
            .Is(501, "NOT_IMPLEMENTED", "Multipart download is not supported for the current artifact repository");

    [Theory]
    [MemberData(nameof(ArtifactPathTests.Attacks), MemberType = typeof(ArtifactPathTests))]
    public async Task QueryPath_ThatLeavesTheRoot_IsInvalid(string path)
    {
        var (_, runId) = await NewRunAsync();
        var query = Uri.EscapeDataString(path);
        Assert.Equal(new Answer(400, InvalidPath), await Client.SendAsync(HttpMethod.Get, $"{Root}?path={query}"));
        Assert.Equal(new Answer(400, InvalidPath), await Client.GetAsync($"artifacts/list?run_id={runId}&path={query}"));
        Assert.Equal(new Answer(400, InvalidPath), await Client.SendAsync(HttpMethod.Get, $"/get-artifact?run_id={runId}&path={query}"));
        Assert.Equal(
            new Answer(400, InvalidPath),
            await Client.SendAsync(
                HttpMethod.Post,
                $"/ajax-api/2.0/mlflow/upload-artifact?run_uuid={runId}&path={query}",
                "x"u8.ToArray()));
    }

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/a/../../../b")]
    [InlineData("/..")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..%2f..%2fetc/passwd")]
    [InlineData("/%252e%252e%252fx")]
    [InlineData("//etc/passwd")]
    [InlineData("/%2fetc/passwd")]
    [InlineData("/a%5cb")]
    [InlineData("/a\\b")]
    [InlineData("/a%00b")]
    [InlineData("/a%23b")]
    [InlineData("/%C0%AE%C0%AE/x")]
    [InlineData("/C:/x")]
    [InlineData("/file:/etc/passwd")]
    [InlineData("/.uploads/x")]
    public async Task UrlPath_ThatLeavesTheRoot_IsInvalid(string path)
    {
        foreach (var method in (string[])["GET", "PUT", "DELETE"])
        {
            var answer = await RawAsync(
                $"{method} {Root}{path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
            // A NUL does not get past the HTTP server; everything else is answered here.
            if (path != "/a%00b") Assert.EndsWith(InvalidPath, answer.TrimEnd('0', '\r', '\n'), StringComparison.Ordinal);
        }
    }

    private async Task<(string ExperimentId, string RunId)> NewRunAsync()
    {
        var experimentId = await Client.CreateExperimentAsync();
        return (experimentId, await Client.CreateRunAsync(experimentId));
    }

    private Task<Answer> PutAsync(string path, byte[] content) =>
        Client.SendAsync(HttpMethod.Put, $"{Root}/{path}", content, "application/octet-stream");

    /// <summary>Sends a request as it stands: an HTTP client would clean the path up.</summary>
    private async Task<string> RawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Client.Http.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
