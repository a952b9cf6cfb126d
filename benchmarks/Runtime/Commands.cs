using System.Globalization;
using BenchmarkDotNet.Running;
using DynamoToolkit.Benchmarks.Checks;
using DynamoToolkit.Benchmarks.EndToEnd;
using DynamoToolkit.Benchmarks.Mapping;
using DynamoToolkit.Benchmarks.Measuring;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks;

/// <summary>What the program can do. Each begins by checking every variant: nothing wrong is measured.</summary>
internal static class Commands
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static async Task<int> VerifyAsync()
    {
        using var server = CannedServerProcess.Start();
        await CheckedClientsAsync(server);
        CheckedMappings();
        CheckedSaves();
        return 0;
    }

    /// <summary>Everything under BenchmarkDotNet: bytes are exact, times are of this machine at this hour.</summary>
    public static async Task<int> BenchmarkAsync(string[] args)
    {
        await VerifyAsync();
        BenchmarkSwitcher
            .FromTypes([typeof(WriteBenchmarks), typeof(ReadBenchmarks), typeof(ClientBenchmarks)])
            .Run(args.Length == 0 ? ["--filter", "*"] : args, new BenchmarkConfig());
        return 0;
    }

    /// <summary>
    /// The variants in turns: ratios that hold on a busy machine. <c>--write</c> puts the tables into the docs, <c>--rounds N</c> sets how
    /// often each has its turn, <c>--only mapping</c> leaves the calls out.
    /// </summary>
    /// <returns>0 when all targets are held, else 1.</returns>
    public static async Task<int> CompareAsync(string[] options)
    {
        var rounds = Rounds(options);
        var mappings = CheckedMappings();
        var comparison = new MappingComparison(rounds);
        var mapping = new Results(comparison.Run(mappings), MappingVariants.Baseline, MappingVariants.Floor);
        var targets = Targets.OfMapping(mapping, MappingVariants.Ours).ToList();
        Show("mapping", ResultTables.All(mapping, "µs", 0.001), options);
        var saves = new Results([.. comparison.RunSaves(CheckedSaves())], SaveVariants.Once, SaveVariants.HandOnce);
        targets.AddRange(Targets.OfSaves(saves));
        Show("saves", ResultTables.Saves(saves), options);

        if (Option(options, "--only") != "mapping")
        {
            using var server = CannedServerProcess.Start();
            var clients = await CheckedClientsAsync(server);
            var results = await CompareClientsAsync(rounds, clients, ClientOperation.All);
            targets.AddRange(Targets.OfClients(results, mapping, ClientVariants.Ours));
            Show("clients", ResultTables.All(results, "CPU µs", 1), options);
        }

        Show("targets", ResultTables.Targets(targets), options);
        return targets.All(static target => target.Held) ? 0 : 1;
    }

    /// <summary>
    /// The clients in turns with some calls only, each named by an argument: a quick look at a change. <c>--rounds N</c> sets how often
    /// each has its turn, <c>--without-context</c> leaves out the slowest clients, whose ratios the targets don't use.
    /// </summary>
    public static async Task<int> CompareCallsAsync(string[] options)
    {
        var names = options.TakeWhile(static option => !option.StartsWith("--", StringComparison.Ordinal));
        var operations = names.Select(ClientOperation.Named).ToArray();
        using var server = CannedServerProcess.Start();
        var clients = await CheckedClientsAsync(server);
        if (options.Contains("--without-context"))
        {
            clients = Array.FindAll(
                clients, static client => client.Name is ClientVariants.Baseline or ClientVariants.Ours or ClientVariants.Floor);
        }

        var results = await CompareClientsAsync(Rounds(options), clients, operations);
        Console.WriteLine(ResultTables.All(results, "CPU µs", 1));
        return 0;
    }

    /// <summary>Repeats one operation of one client with as many callers as are measured, for a profiler to look at.</summary>
    public static async Task<int> DriveAsync(string operation, string client, TimeSpan time)
    {
        using var server = CannedServerProcess.Start();
        var driven = ClientVariants.Create(server.Uri).Single(variant => variant.Name == client);
        var call = ClientOperation.Named(operation);
        Console.WriteLine($"process {Environment.ProcessId}");

        // Compiling the code is not a call's cost.
        await ClientComparison.RepeatAsync(call, driven, WarmUp);
        var before = Environment.CpuUsage;
        var count = await ClientComparison.RepeatAsync(call, driven, time);
        var after = Environment.CpuUsage;
        var user = (after.UserTime - before.UserTime).TotalMicroseconds / count;
        var kernel = (after.PrivilegedTime - before.PrivilegedTime).TotalMicroseconds / count;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} calls, {user + kernel:0.0} µs of CPU each: {user:0.0} of the process, {kernel:0.0} of the kernel"));
        return 0;
    }

    private static async Task<Results> CompareClientsAsync(int rounds, ClientVariant[] clients, ClientOperation[] operations) =>
        new(await new ClientComparison(rounds).RunAsync(clients, operations), ClientVariants.Baseline, ClientVariants.Floor);

    private static MappingVariant[] CheckedMappings()
    {
        var variants = MappingVariants.Create();
        foreach (var variant in variants)
        {
            MappingChecks.Run(variant);
            Console.WriteLine($"maps right: {variant.Name}");
        }

        return variants;
    }

    private static SaveVariant[] CheckedSaves()
    {
        var variants = SaveVariants.Create();
        SaveChecks.Run(variants);
        Console.WriteLine("writes saves of versions right: library and hand-written code");
        return variants;
    }

    private static async Task<ClientVariant[]> CheckedClientsAsync(CannedServerProcess server)
    {
        var clients = ClientVariants.Create(server.Uri);
        foreach (var client in clients)
        {
            await new ClientChecks(server).RunAsync(client);
            Console.WriteLine($"sends and reads right: {client.Name}");
        }

        return clients;
    }

    private static void Show(string name, string table, string[] options)
    {
        var part = $"{table}\n{Machine.Describe()}";
        Console.WriteLine(part);
        if (options.Contains("--write"))
            DocsPage.Replace(name, part);
    }

    private static int Rounds(string[] options) =>
        Option(options, "--rounds") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 25;

    private static string? Option(string[] options, string name)
    {
        var index = Array.IndexOf(options, name);
        return index < 0 || index + 1 == options.Length ? null : options[index + 1];
    }
}
