using System.Diagnostics;
using System.Text;
using DynamoToolkit.Package.Tests.Support;

namespace DynamoToolkit.Package.Tests;

/// <summary>The engine's port as a tool.</summary>
public sealed class ToolTests(LocalFeed feed)
{
    private const string Greeting = "Listening on ";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tool_Installed_AnswersUntilItIsStopped()
    {
        var folder = feed.NewFolder("Tool");
        await Command.RunAsync(
            folder, "dotnet", "tool", "install", "DynamoToolkit.Local.Server", "--tool-path", "tools", "--version", feed.Version);

        using var tool = Command.Start(folder, Path.Combine(folder, "tools", "dynamo-local"), "--port", "0");
        try
        {
            var line = await tool.StandardOutput.ReadLineAsync(Ct).AsTask().WaitAsync(TimeSpan.FromMinutes(2), Ct);
            Assert.NotNull(line);
            Assert.StartsWith(Greeting, line);

            Assert.Equal("""{"TableNames":[]}""", await ListTablesAsync(new Uri(line[Greeting.Length..].Split(' ')[0])));

            await StopAsync(tool);
            Assert.Equal(0, tool.ExitCode);
        }
        finally
        {
            if (!tool.HasExited)
                tool.Kill();
        }
    }

    private static async Task<string> ListTablesAsync(Uri address)
    {
        Assert.Equal("127.0.0.1", address.Host);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/x-amz-json-1.0"),
        };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "DynamoDB_20120810.ListTables");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260101T000000Z");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=key/20260101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
        using var response = await client.SendAsync(request, Ct);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Ct);
    }

    /// <summary>Asks the process to end, as a shell or a service manager does.</summary>
    private static async Task StopAsync(Process process)
    {
        await Command.RunAsync(Path.GetTempPath(), "sh", "-c", $"kill -TERM {process.Id}");
        await process.WaitForExitAsync(Ct).WaitAsync(TimeSpan.FromMinutes(2), Ct);
    }
}
