using System.Text;
using System.Text.RegularExpressions;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Pages;

/// <summary>The pages of a run's artifacts, which are what anybody uploaded.</summary>
public sealed class ArtifactPageTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private const string Attack = "<script>alert(1)</script>";

    private MlflowClient Client => server.Client;

    [Theory]
    [InlineData("a.txt", Attack, "&lt;script&gt;alert(1)&lt;/script&gt;</pre>")]
    [InlineData("a.unknown", "plain", "plain</pre>")]
    [InlineData("a.json", "{\"a\":[1.50,\"é\"]}", "{&#xA;  &quot;a&quot;: [&#xA;    1.50,&#xA;    &quot;é&quot;&#xA;  ]&#xA;}</pre>")]
    [InlineData("a.json", "{\"a\":\"\\ud800\"}", "{&quot;a&quot;:&quot;\\ud800&quot;}</pre>")]
    [InlineData("a.json", "{\"a\":" + Attack, "{&quot;a&quot;:&lt;script&gt;")]
    [InlineData(
        "a.csv",
        "x,\"" + Attack + "\"\n1,2",
        "<th scope=\"col\">&lt;script&gt;alert(1)&lt;/script&gt;</th></tr></thead>\n<tbody>\n<tr><td>1</td><td>2</td></tr>")]
    [InlineData("a.tsv", "x\ty\n1,5\t2", "<td>1,5</td><td>2</td>")]
    [InlineData("a.csv", "", "The file has no rows.")]
    [InlineData("a.md", "# T\n" + Attack + "\n[x](javascript:alert(1))", "<h3>T</h3>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;\nx</p>")]
    [InlineData("a.html", Attack, "<iframe class=\"preview\" sandbox src=\"/runs/RUN/artifacts/raw?path=")]
    [InlineData("a.svg", Attack, "<img class=\"preview\" src=\"/runs/RUN/artifacts/raw?path=")]
    [InlineData("a.txt", "a\0b", "This file is not text, so there is no preview.")]
    public async Task Preview_ShowsTheFile(string name, string content, string expected)
    {
        var run = await RunAsync(($"dir/<b>{name}", Encoding.UTF8.GetBytes(content)));
        var page = await PageAsync($"/runs/{run}/artifacts?path={Uri.EscapeDataString($"dir/<b>{name}")}");
        Assert.Contains(expected.Replace("RUN", run, StringComparison.Ordinal), page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/get-artifact?run_id={run}&amp;path=dir%2F%3Cb%3E{name}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfALargeFile_IsItsFirstPart()
    {
        // The first part ends within a character.
        var text = "x" + string.Concat(Enumerable.Repeat("é", 600_000));
        var run = await RunAsync(("a.txt", Encoding.UTF8.GetBytes(text)), ("b.txt", [.. Encoding.UTF8.GetBytes("abc"), 0xc3]));
        var page = await PageAsync($"/runs/{run}/artifacts?path=a.txt");
        Assert.Contains("These are the first 1 MB of the file.", page, StringComparison.Ordinal);
        Assert.Contains(">x" + text[1..500_000] + "</pre>", page, StringComparison.Ordinal);
        Assert.Contains("This file is not text", await PageAsync($"/runs/{run}/artifacts?path=b.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfALargeTable_IsCut()
    {
        var row = string.Join(',', Enumerable.Range(0, 60)) + "\n";
        var run = await RunAsync(("a.csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(row, 600)))));
        var page = await PageAsync($"/runs/{run}/artifacts?path=a.csv");
        Assert.Contains("At most 500 rows and 50 columns are shown.", page, StringComparison.Ordinal);
        Assert.Equal(501, Regex.Count(page, "<tr>"));
        Assert.Equal(500 * 50, Regex.Count(page, "<td>"));
    }

    /// <summary>Scripts of an artifact must not run as scripts of the server, whoever opens it, and however.</summary>
    [Theory]
    [InlineData("a.html", "text/html; charset=utf-8", true)]
    [InlineData("a.svg", "image/svg+xml", true)]
    [InlineData("a.PNG", "image/png", true)]
    [InlineData("a.xhtml", null, false)]
    [InlineData("a.js", "application/octet-stream", false)]
    [InlineData("a.pdf", null, false)]
    [InlineData("a.xml", null, false)]
    [InlineData("a", null, false)]
    public async Task RawArtifact_IsInASandbox_OrAFileToKeep(string name, string? type, bool isShown)
    {
        var run = await RunAsync((name, Encoding.UTF8.GetBytes(Attack)));
        using var response = await Client.Http.GetAsync(
            $"/runs/{run}/artifacts/raw?path={name}", TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(Attack, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal(isShown, policy.StartsWith("sandbox;", StringComparison.Ordinal));
        Assert.Equal(isShown ? "SAMEORIGIN" : "DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal(isShown ? null : "attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        if (type is not null) Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Tree_OpensTheFoldersOfThePath_AndShowsAPageOfEach()
    {
        var files = Enumerable.Range(0, 450).Select(i => ($"many/f{i:000}", Encoding.UTF8.GetBytes("x")));
        var run = await RunAsync([.. files, ("a/b/c/file.txt", "text"u8.ToArray()), ("root.txt", "text"u8.ToArray())]);
        var page = await PageAsync($"/runs/{run}/artifacts?path=a/b/c/file.txt");
        Assert.Equal(3, Regex.Count(page, "aria-expanded=\"true\""));
        Assert.Contains(">file.txt</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("f000", page, StringComparison.Ordinal);

        var first = await PageAsync($"/runs/{run}/artifacts/folder?path=many");
        Assert.Equal(200, Regex.Count(first, ">f\\d\\d\\d<"));
        Assert.Contains("path=many&amp;from=f199", first, StringComparison.Ordinal);
        var last = await PageAsync($"/runs/{run}/artifacts/folder?path=many&from=f399");
        Assert.Equal((50, false), (Regex.Count(last, ">f\\d\\d\\d<"), last.Contains("data-more", StringComparison.Ordinal)));
        var after = await PageAsync($"/runs/{run}/artifacts/folder?path=many&from=f449");
        Assert.Contains("No more files.", after, StringComparison.Ordinal);
        Assert.Contains(">f449<", await PageAsync($"/runs/{run}/artifacts?path=many/f449"), StringComparison.Ordinal);
        Assert.DoesNotContain("f000", await PageAsync($"/runs/{run}"), StringComparison.Ordinal);
    }

    /// <summary>A folder 980 levels deep, and a file in it.</summary>
    [Fact]
    public async Task Tree_OfADeepFolder_IsCut()
    {
        var folder = string.Concat(Enumerable.Repeat("a/", 980)).TrimEnd('/');
        var run = await RunAsync(($"{folder}/x", "x"u8.ToArray()));
        var page = await PageAsync($"/runs/{run}/artifacts?path={folder}/x");
        Assert.InRange(page.Length, 1, 200_000);
        Assert.Contains("Folders above", page, StringComparison.Ordinal);
        Assert.Contains(">x</a>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("path=missing", 404, "No such artifact: &#x27;missing&#x27;")]
    [InlineData("path=../x", 400, "Invalid path")]
    [InlineData("path=%252e%252e/x", 400, "Invalid path")]
    public async Task InvalidRequest_IsRefused(string query, int status, string message)
    {
        var run = await RunAsync(("dir/a", "x"u8.ToArray()));
        var answer = await Client.SendAsync(HttpMethod.Get, $"/runs/{run}/artifacts?{query}");
        Assert.Equal(status, answer.Status);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlaceOfAPage_IsANameOfAnyKind_AndNotLong()
    {
        var run = await RunAsync(("dir/a", "x"u8.ToArray()));
        Assert.Contains(">a<", await PageAsync($"/runs/{run}/artifacts/folder?path=dir&from=%01"), StringComparison.Ordinal);
        Assert.Contains("No more files.", await PageAsync($"/runs/{run}/artifacts/folder?path=dir&from=b%2f"), StringComparison.Ordinal);
        var answer = await Client.SendAsync(HttpMethod.Get, $"/runs/{run}/artifacts/folder?path=dir&from={new string('x', 1001)}");
        Assert.Equal(400, answer.Status);
    }

    private async Task<string> RunAsync(params (string Path, byte[] Content)[] files)
    {
        var experiment = await Client.CreateExperimentAsync();
        var run = await Client.CreateRunAsync(experiment);
        foreach (var (path, content) in files)
        {
            var address = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
            var url = $"/api/2.0/mlflow-artifacts/artifacts/{experiment}/{run}/artifacts/{address}";
            (await Client.SendAsync(HttpMethod.Put, url, content, "application/octet-stream")).Ok();
        }

        return run;
    }

    private async Task<string> PageAsync(string path) => (await Client.SendAsync(HttpMethod.Get, path)).Ok().Text;
}
