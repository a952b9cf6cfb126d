using System.Text.RegularExpressions;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Pages;

/// <summary>The page that shows runs side by side, as the server sends it.</summary>
public sealed class ComparePageTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private const string Nasty = "\"><script>alert(1)</script>";

    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Page_MarksDifferences()
    {
        var (first, second) = (await RunAsync(0.1, "same"), await RunAsync(0.2, "same"));
        foreach (var address in (string[])[$"/compare?runs={first},{second},{first}", $"/compare?runs={first}&runs={second}"])
        {
            var page = await PageAsync(address);
            Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
            Assert.Contains("2 runs side by side", page, StringComparison.Ordinal);
            Assert.Equal(["params only", "params rate", "metrics loss", "tags mlflow.runName"], Rows(page, "class=\"differs\""));
            Assert.Contains("""<td data-missing="true">""", page, StringComparison.Ordinal);
            Assert.Empty(Rows(page, "hidden"));
        }

        var different = await PageAsync($"/compare?runs={first},{second}&diff=1");
        Assert.Equal(["params depth", "tags team"], Rows(different, "hidden"));
        Assert.Empty(Rows(await PageAsync($"/compare?runs={first}"), "class=\"differs\""));
    }

    /// <summary>Values that look the same in a short form are not the same.</summary>
    [Fact]
    public async Task Metrics_AreComparedExactly()
    {
        var page = await PageAsync($"/compare?runs={await RunAsync(0.1, "t")},{await RunAsync(0.1 + 1e-12, "t")}");
        Assert.Contains("metrics loss", Rows(page, "class=\"differs\""));
        Assert.Matches("<td data-value=\"0.10000000000[0-9]+\">0.1</td>", page);
    }

    /// <summary>Of many rows, those that differ are shown, and of long values a part.</summary>
    [Fact]
    public async Task ManyRows_BeginWithThoseThatDiffer()
    {
        string[] runs = [await Client.CreateRunAsync(), await Client.CreateRunAsync()];
        foreach (var run in runs)
        {
            foreach (var numbers in Enumerable.Range(0, 600).Chunk(100))
            {
                var @params = numbers.Select(i => new { key = $"p{i:000}", value = i == 599 ? run : new string('x', 400) });
                (await Client.PostAsync("runs/log-batch", new { run_id = run, @params })).Ok();
            }
        }

        var page = await PageAsync($"/compare?runs={string.Join(',', runs)}&diff=1");
        Assert.Contains("The first 500 of 600; rows that differ come first.", page, StringComparison.Ordinal);
        Assert.Contains("params p599", Rows(page, "class=\"differs\""));
        Assert.Contains(new string('x', 300) + "…", page, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 301), page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-value=\"x", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 400, "Name the runs to compare")]
    [InlineData("?runs=,%20,", 400, "Name the runs to compare")]
    [InlineData("?runs=0a", 404, "Run with id=0a not found")]
    public async Task InvalidRequest_IsRefused(string query, int status, string message)
    {
        var answer = await Client.SendAsync(HttpMethod.Get, "/compare" + query);
        Assert.Equal(status, answer.Status);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreThanAHundredRuns_AreRefused()
    {
        var answer = await Client.SendAsync(HttpMethod.Get, $"/compare?runs={string.Join(',', Enumerable.Range(0, 101))}");
        Assert.Equal(400, answer.Status);
        Assert.Contains("A page compares at most 100 runs, and these are 101.", answer.Text, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(double loss, string team)
    {
        var run = (string)(await Client.PostAsync("runs/create", new { experiment_id = "0", run_name = $"{Nasty}{Guid.NewGuid()}" }))
            .Ok()["run"]!["info"]!["run_id"]!;
        (await Client.PostAsync("runs/log-batch", new
        {
            run_id = run,
            metrics = new[] { new { key = "loss", value = loss, timestamp = 1, step = 1 } },
            @params = new[]
            {
                new { key = "depth", value = "3" },
                new { key = "rate", value = $"{loss:R}{Nasty}" },
                new { key = loss > 0.1 ? "only" : "depth", value = "3" },
            }.DistinctBy(param => param.key),
            tags = new[] { new { key = "team", value = team } },
        })).Ok();
        return run;
    }

    /// <summary>The tables and names of the rows that have an attribute.</summary>
    private static string[] Rows(string page, string attribute) =>
    [
        .. Regex.Matches(page, "<table id=\"(\\w+)\".*?</table>", RegexOptions.Singleline).SelectMany(table =>
            Regex.Matches(table.Value, $"<tr {attribute}><th scope=\"row\" data-name=\"([^\"]*)\">")
                .Select(row => $"{table.Groups[1].Value} {row.Groups[1].Value}")),
    ];

    private async Task<string> PageAsync(string path) => (await Client.SendAsync(HttpMethod.Get, path)).Ok().Text;
}
