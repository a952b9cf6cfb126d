using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

namespace DynamoToolkit.Benchmarks.Reports;

/// <summary>What a table must say about where and when it was measured.</summary>
internal static class Machine
{
    /// <summary>One line: processor, cores, system, runtime, garbage collector and day.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}; "
        + $"{RuntimeInformation.FrameworkDescription}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC; "
        + $"{DateTime.UtcNow:yyyy-MM-dd}.");

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        var model = File.Exists(Info)
            ? File.ReadLines(Info).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return model?[(model.IndexOf(':') + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
