using System.Diagnostics;
using TrackingStore.Server;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Server;

/// <summary>Backups of a data folder with its artifacts: whole and true, or not there.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private const string Files = "/api/2.0/mlflow-artifacts/artifacts/";
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "TrackingStore");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tracking-backup");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder.FullName, "data");

    private string Backup => Path.Combine(folder.FullName, "backups", "monday");

    private string Restored => Path.Combine(folder.FullName, "restored");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Backup_WhileAServerRuns_IsRestoredAsItWas(bool hasOwnRoot)
    {
        var (root, newRoot) = hasOwnRoot ? (Path.Combine(folder.FullName, "files"), Path.Combine(folder.FullName, "files2")) : (null, null);
        var options = new ServerOptions { Port = 0, DataFolder = Data, ArtifactsDestination = root };
        string run, before;
        await using (var server = await TrackingServer.StartAsync(options, Ct))
        {
            using var client = new MlflowClient(server.Url);
            run = await client.CreateRunAsync("0");
            var metrics = Enumerable.Range(0, 500).Select(i => new { key = "m", value = i, timestamp = i, step = i });
            (await client.PostAsync("runs/log-batch", new { run_id = run, metrics })).Ok();
            foreach (var file in (string[])["a.txt", "deep/er/b.txt"])
                (await client.SendAsync(HttpMethod.Put, $"{Files}0/{run}/artifacts/{file}", "abc"u8.ToArray(), "text/x")).Ok();
            before = (await client.RunAsync(run)).ToJsonString();

            Assert.Equal((0, true), await BackupAsync(options));
            (await client.PostAsync("runs/set-tag", new { run_id = run, key = "late", value = "v" })).Ok();
            (await client.SendAsync(HttpMethod.Put, $"{Files}0/{run}/artifacts/late", "x"u8.ToArray(), "text/x")).Ok();
        }

        var to = options with { DataFolder = Restored, ArtifactsDestination = newRoot };
        Assert.Equal(0, await BackupCommand.RestoreAsync(Backup, to, TextWriter.Null, Ct));
        await using var restored = await TrackingServer.StartAsync(to, Ct);
        using var reader = new MlflowClient(restored.Url);
        Assert.Equal(before, (await reader.RunAsync(run)).ToJsonString());
        Assert.Equal(500, (await reader.GetAsync($"metrics/get-history?run_id={run}&metric_key=m")).Ok()["metrics"]!.AsArray().Count);
        Assert.Equal("abc", (await reader.SendAsync(HttpMethod.Get, $"{Files}0/{run}/artifacts/deep/er/b.txt")).Ok().Text);
        Assert.Equal(404, (await reader.SendAsync(HttpMethod.Get, $"{Files}0/{run}/artifacts/late")).Status);
    }

    /// <summary>The commands find the artifacts of a server whose clients write them into a folder themselves.</summary>
    [Fact]
    public async Task Commands_KnowTheDefaultArtifactRoot()
    {
        var (root, newRoot) = (Path.Combine(folder.FullName, "files"), Path.Combine(folder.FullName, "files2"));
        string run;
        await using (var server = await TrackingServer.StartAsync(new() { Port = 0, DataFolder = Data, DefaultArtifactRoot = root }, Ct))
        {
            using var client = new MlflowClient(server.Url);
            run = await client.CreateRunAsync("0");
            Assert.Equal($"{root}/0/{run}/artifacts", (string)(await client.RunAsync(run))["info"]!["artifact_uri"]!);
            Directory.CreateDirectory($"{root}/0/{run}/artifacts");
            await File.WriteAllTextAsync($"{root}/0/{run}/artifacts/a", "hello", Ct);
            (await client.PostAsync("runs/delete", new { run_id = run })).Ok();
        }

        Assert.Matches(
            " 1 artifacts of 5 bytes(.|\\n)*that have another location are not in it",
            await ProgramAsync(0, "backup", "--data", Data, "--default-artifact-root", root, "--to", Backup));
        await ProgramAsync(0, "restore", "--from", Backup, "--data", Restored, "--default-artifact-root", newRoot);
        Assert.True(File.Exists($"{newRoot}/0/{run}/artifacts/a"));
        string[] cleanUp = ["clean-up", "--data", Data, "--older-than-days", "1", "--dry-run", "--default-artifact-root"];
        await ProgramAsync(0, [.. cleanUp, root]);
        Assert.Contains("no folder of artifacts", await ProgramAsync(1, [.. cleanUp, root + "x"]), StringComparison.Ordinal);
        Assert.Contains("no folder of artifacts", await ProgramAsync(
            1, "backup", "--data", Data, "--default-artifact-root", root + "x", "--to", Backup + "2"), StringComparison.Ordinal);

        var output = new StringWriter();
        var later = new SteppingClock(DateTimeOffset.UtcNow.AddDays(2));
        var options = new ServerOptions { DataFolder = Data, DefaultArtifactRoot = root, CleanUpAfterDays = 1, Time = later };
        Assert.Equal(0, await CleanUpCommand.RunAsync(options, false, TimeSpan.Zero, output, Ct));
        Assert.Contains("Removed 1 runs", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere", output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists($"{root}/0/{run}/artifacts"));
    }

    /// <summary>Files that are not below the root of the command are nobody's, and nobody would know.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CleanUp_NamesArtifactsThatItLeaves(bool isDryRun)
    {
        var elsewhere = Path.Combine(folder.FullName, "files");
        var options = new ServerOptions { Port = 0, DataFolder = Data, DefaultArtifactRoot = elsewhere };
        string run, model;
        await using (var server = await TrackingServer.StartAsync(options, Ct))
        {
            using var client = new MlflowClient(server.Url);
            (run, model) = (await client.CreateRunAsync("0"), await client.CreateLoggedModelAsync("0"));
            (await client.PostAsync("runs/delete", new { run_id = run })).Ok();
            (await client.DeleteAsync("logged-models/" + model, new { })).Ok();
        }

        Directory.CreateDirectory(Path.Combine(Data, "artifacts"));
        var later = new SteppingClock(DateTimeOffset.UtcNow.AddDays(2));
        var output = new StringWriter();
        var wrong = options with { DefaultArtifactRoot = null, CleanUpAfterDays = 1, Time = later };
        Assert.Equal(0, await CleanUpCommand.RunAsync(wrong, isDryRun, TimeSpan.Zero, output, Ct));
        Assert.Contains("1 runs, 1 logged models", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("The artifacts of 2 runs or logged models are elsewhere, and stay", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{elsewhere}/0/{run}/artifacts", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{elsewhere}/0/models/{model}/artifacts", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExistingFolders_AreNotOverwritten()
    {
        var options = await PrepareAsync();
        Assert.Equal((0, true), await BackupAsync(options));
        var mine = Path.Combine(Backup, "backup.json");
        var written = File.GetLastWriteTimeUtc(mine);
        Assert.Equal((1, true), await BackupAsync(options));
        Assert.Equal(written, File.GetLastWriteTimeUtc(mine));

        var output = new StringWriter();
        Assert.Equal(1, await BackupCommand.RestoreAsync(Backup, options, output, Ct));
        Assert.Contains("has data already", output.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Data, "artifacts", "0", "a")));
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data/artifacts/backup")]
    [InlineData("link/backup")]
    public async Task BackupInsideOfWhatItCopies_IsRefused(string place)
    {
        var options = await PrepareAsync();
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "link"), Path.Combine(Data, "artifacts"));
        var output = new StringWriter();
        Assert.Equal(1, await BackupCommand.BackupAsync(options, Path.Combine(folder.FullName, place), output, Ct));
        Assert.Contains("lies in", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("artifacts/0/a", "are not those of the backup")]
    [InlineData("backup.json", "is damaged")]
    [InlineData("items", "is damaged or missing")]
    public async Task DamagedBackup_IsNotRestored(string damaged, string message)
    {
        var options = await PrepareAsync();
        Assert.Equal((0, true), await BackupAsync(options));
        var path = Path.Combine(Backup, damaged);
        if (damaged == "items") path = Directory.EnumerateFiles(path).MaxBy(file => new FileInfo(file).Length)!;
        var bytes = await File.ReadAllBytesAsync(path, Ct);
        bytes[damaged == "backup.json" ? 0 : bytes.Length / 2] ^= 0x55;
        await File.WriteAllBytesAsync(path, bytes, Ct);
        var output = new StringWriter();
        Assert.Equal(1, await BackupCommand.RestoreAsync(Backup, options with { DataFolder = Restored }, output, Ct));
        Assert.Contains(message, output.ToString(), StringComparison.Ordinal);
        Assert.Empty(folder.EnumerateFileSystemInfos("restored*"));
    }

    [Fact]
    public async Task BackupWithoutItsItems_IsNotRestored()
    {
        var options = await PrepareAsync();
        Assert.Equal((0, true), await BackupAsync(options));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Backup, "items"))) File.Delete(file);
        var output = new StringWriter();
        Assert.Equal(1, await BackupCommand.RestoreAsync(Backup, options with { DataFolder = Restored }, output, Ct));
        Assert.Contains("is damaged or missing", output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Restored));
    }

    [Fact]
    public async Task MissingArtifactRoot_IsAnErrorIfItIsNamed_AndAWarningIfNot()
    {
        var options = await PrepareAsync();
        var output = new StringWriter();
        var named = options with { ArtifactsDestination = Path.Combine(folder.FullName, "nowhere") };
        Assert.Equal(1, await BackupCommand.BackupAsync(named, Backup, output, Ct));
        Assert.Contains("no folder of artifacts", output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Backup));

        Directory.Delete(Path.Combine(Data, "artifacts"), recursive: true);
        Assert.Equal(0, await BackupCommand.BackupAsync(options, Backup, output, Ct));
        Assert.Matches("Warning: .* --artifacts-destination", output.ToString());
    }

    [Theory]
    [InlineData("restored/artifacts", 0, "restored/artifacts/0/a")]
    [InlineData("restored/deep/er", 0, "restored/deep/er/0/a")]
    [InlineData("restored", 1, null)]
    [InlineData("", 1, null)]
    public async Task Restore_WithOneFolderInTheOther(string root, int code, string? file)
    {
        var options = await PrepareAsync();
        Assert.Equal((0, true), await BackupAsync(options));
        var to = options with { DataFolder = Restored, ArtifactsDestination = Path.Combine(folder.FullName, root) };
        Assert.Equal(code, await BackupCommand.RestoreAsync(Backup, to, TextWriter.Null, Ct));
        if (file is not null) Assert.True(File.Exists(Path.Combine(folder.FullName, file)));
        Assert.Equal(code == 0, Directory.Exists(Restored));
        Assert.Equal(code == 0 ? 1 : 0, folder.EnumerateFileSystemInfos("restored*").Count());
    }

    [Fact]
    public async Task RestoreIntoTheBackup_IsRefused()
    {
        var options = await PrepareAsync();
        Assert.Equal((0, true), await BackupAsync(options));
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "link"), Path.Combine(Backup, "artifacts"));
        var output = new StringWriter();
        var to = options with { DataFolder = Path.Combine(folder.FullName, "link", "data") };
        Assert.Equal(1, await BackupCommand.RestoreAsync(Backup, to, output, Ct));
        Assert.Contains("lies in", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderOfAnotherThatIsCalledUnfinished_IsNotDeleted()
    {
        var options = await PrepareAsync();
        var mine = Path.Combine(Directory.CreateDirectory(Backup + ".unfinished").FullName, "mine");
        await File.WriteAllTextAsync(mine, "x", Ct);
        Assert.Equal((1, false), await BackupAsync(options));
        Assert.True(File.Exists(mine));
        File.Delete(mine);
        Assert.Equal((0, true), await BackupAsync(options));
        Assert.Equal(
            ["artifacts", "backup.json", "items"],
            Directory.EnumerateFileSystemEntries(Backup).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pipes_AreLeftOut()
    {
        if (!OperatingSystem.IsLinux()) return;
        var options = await PrepareAsync();
        await BashAsync("mkfifo \"$0/pipe\"");
        var output = new StringWriter();
        Assert.Equal(0, await BackupCommand.BackupAsync(options, Backup, output, Ct));
        Assert.Contains(" 1 artifacts of 5 bytes. 1 pipes, ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileWhoseNameIsNotUtf8_IsAnError()
    {
        if (!OperatingSystem.IsLinux()) return;
        var options = await PrepareAsync();
        await File.WriteAllTextAsync(Path.Combine(Data, "artifacts", "0", "\uFFFD"), "a good name", Ct);
        Assert.Equal((0, true), await BackupAsync(options));
        Directory.Delete(Backup, recursive: true);
        await BashAsync("touch \"$0/\"$'\\xff-bad'");
        var output = new StringWriter();
        try
        {
            Assert.Equal(1, await BackupCommand.BackupAsync(options, Backup, output, Ct));
        }
        finally
        {
            await BashAsync("rm \"$0/\"$'\\xff-bad'");
        }

        Assert.Contains("-bad' is not UTF-8", output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Backup));
    }

    [Fact]
    public async Task CleanUpAndBackfill_OfWhatDoesNotExist_CreateNothing()
    {
        var options = new ServerOptions { DataFolder = Data, CleanUpAfterDays = 1 };
        Assert.Equal(1, await CleanUpCommand.RunAsync(options, true, TimeSpan.Zero, TextWriter.Null, Ct));
        Assert.Equal(1, await BackfillCommand.SummarizeAsync(options, null, null, TextWriter.Null, Ct));
        Assert.False(Directory.Exists(Data));

        options = await PrepareAsync();
        var root = Path.Combine(folder.FullName, "nowhere");
        var named = options with { ArtifactsDestination = root, CleanUpAfterDays = 1 };
        Assert.Equal(1, await CleanUpCommand.RunAsync(named, true, TimeSpan.Zero, TextWriter.Null, Ct));
        Assert.False(Directory.Exists(root));
    }

    [Fact]
    public async Task WhatIsNotABackup_IsNotRestored()
    {
        var output = new StringWriter();
        var options = new ServerOptions { DataFolder = Restored };
        Assert.Equal(1, await BackupCommand.RestoreAsync(folder.FullName, options, output, Ct));
        Assert.Contains("is not a backup of a tracking store", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await BackupCommand.BackupAsync(options, Backup, TextWriter.Null, Ct));
        Assert.False(Directory.Exists(Backup));
    }

    [Fact]
    public async Task CancelledBackup_LeavesNothing()
    {
        var options = await PrepareAsync();
        Assert.Equal(1, await BackupCommand.BackupAsync(options, Backup, TextWriter.Null, new CancellationToken(true)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Backup)!));
    }

    /// <summary>A limit on the size of files, with the signal ignored, fails writes in the middle as a full disk does.</summary>
    [Fact]
    public async Task FullDisk_LeavesNothing()
    {
        var options = await PrepareAsync();
        await File.WriteAllBytesAsync(Path.Combine(Data, "artifacts", "0", "large"), new byte[8 << 20], Ct);
        var start = new ProcessStartInfo(
            "bash", ["-c", "trap '' XFSZ; ulimit -f 4096; exec \"$0\" \"$@\"", Program, "backup", "--data", Data, "--to", Backup])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("failed, and nothing of it is left", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Backup)!));
    }

    [Fact]
    public async Task KilledBackup_IsNotThere_AndTheNextOneIs()
    {
        var options = await PrepareAsync();
        for (var i = 0; i < 3000; i++) await File.WriteAllBytesAsync(Path.Combine(Data, "artifacts", "0", $"f{i}"), new byte[100], Ct);
        // On a busy machine the backup may be done before it is killed; then there is another one.
        for (var tries = 0; tries < 20 && !Directory.Exists(Backup + ".unfinished"); tries++)
        {
            if (Directory.Exists(Backup)) Directory.Delete(Backup, recursive: true);
            using var process = Process.Start(new ProcessStartInfo(Program, ["backup", "--data", Data, "--to", Backup])
            {
                Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
            })!;
            var copied = Path.Combine(Backup + ".unfinished", "artifacts", "0", "f1");
            while (!File.Exists(copied) && !process.HasExited) await Task.Delay(1, Ct);
            process.Kill();
            await process.WaitForExitAsync(Ct);
        }

        Assert.False(Directory.Exists(Backup));
        Assert.True(Directory.Exists(Backup + ".unfinished"));
        Assert.Equal((0, true), await BackupAsync(options));
        Assert.Equal(
            ["monday"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Backup)!).Select(path => Path.GetFileName(path)));
        Assert.Equal(0, await BackupCommand.RestoreAsync(Backup, options with { DataFolder = Restored }, TextWriter.Null, Ct));
        Assert.Equal(3001, Directory.EnumerateFiles(Path.Combine(Restored, "artifacts", "0")).Count());
    }

    /// <summary>Runs a line of bash, for which $0 is a folder of artifacts.</summary>
    private async Task BashAsync(string line)
    {
        using var process = Process.Start("bash", ["-c", line, Path.Combine(Data, "artifacts", "0")]);
        await process.WaitForExitAsync(Ct);
        Assert.Equal(0, process.ExitCode);
    }

    private async Task<(int Code, bool Exists)> BackupAsync(ServerOptions options)
    {
        var code = await BackupCommand.BackupAsync(options, Backup, TextWriter.Null, Ct);
        return (code, File.Exists(Path.Combine(Backup, "backup.json")));
    }

    private async Task<ServerOptions> PrepareAsync()
    {
        var options = new ServerOptions { Port = 0, DataFolder = Data };
        await using (await TrackingServer.StartAsync(options, Ct))
        {
        }

        Directory.CreateDirectory(Path.Combine(Data, "artifacts", "0"));
        await File.WriteAllTextAsync(Path.Combine(Data, "artifacts", "0", "a"), "hello", Ct);
        return options;
    }

    private static async Task<string> ProgramAsync(int exitCode, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.True(exitCode == process.ExitCode, output);
        return output;
    }
}
