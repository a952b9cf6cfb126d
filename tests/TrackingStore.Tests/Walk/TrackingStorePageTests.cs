using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TrackingStore.Tests.Walk;

/// <summary>The commands of <c>docs/tracking-store.md</c>, one after the other as the page has them, answer what the page says.</summary>
public sealed partial class TrackingStorePageTests : IDisposable
{
    private const string Address = "http://127.0.0.1:5000";
    private const string Id = "7c6e…";
    private const string Done = "--- done ---";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tracking-page");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Commands_OfThePage_AnswerAsItSays()
    {
        await using var server = await TrackingProcess.StartAsync();
        var start = new ProcessStartInfo("bash")
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var shell = Process.Start(start)!;
        var steps = Steps();
        var run = "";

        foreach (var (command, expected) in steps)
        {
            var here = command.Replace(Address, server.Url.ToString().TrimEnd('/'), StringComparison.Ordinal);
            var answer = await RunAsync(shell, here.Replace(Id, run, StringComparison.Ordinal));
            if (RunId().Match(answer) is { Success: true } found)
                run = found.Groups[1].Value;
            var pattern = Regex.Escape(expected.Replace(Id, run, StringComparison.Ordinal));
            Assert.Matches($"^{pattern.Replace("…", ".*", StringComparison.Ordinal)}$", answer);
        }

        Assert.True(steps.Count(step => step.Expected.Length > 0) >= 12);
        shell.StandardInput.Close();
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(
            TrackingProcess.Patience, TestContext.Current.CancellationToken);
    }

    /// <summary>The commands of the walk, each a line, with what the comment below says that they answer.</summary>
    private static List<(string Command, string Expected)> Steps()
    {
        var page = File.ReadAllText(PagePath()).ReplaceLineEndings("\n");
        var begin = page.IndexOf("## Walk around", StringComparison.Ordinal);
        var end = page.IndexOf("## The same on another store", StringComparison.Ordinal);
        var walk = page[begin..end];
        List<(string Command, string Expected)> steps = [];
        foreach (var line in Blocks().Matches(walk).SelectMany(block => block.Groups[1].Value.TrimEnd().Split('\n')))
        {
            if (line.StartsWith('#'))
                steps[^1] = steps[^1] with { Expected = steps[^1].Expected + line[1..].Trim() };
            else
                steps.Add((line, ""));
        }

        return steps;
    }

    private static async Task<string> RunAsync(Process shell, string command)
    {
        await shell.StandardInput.WriteLineAsync($"{command}\necho; echo '{Done}'");
        await shell.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var answer = "";
        while (await ReadLineAsync() is { } line && line != Done) answer += line;
        return answer;

        Task<string?> ReadLineAsync() =>
            shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TrackingProcess.Patience);
    }

    private static string PagePath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/tracking-store.md");

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("\"run_id\":\"([^\"]+)\"")]
    private static partial Regex RunId();
}
