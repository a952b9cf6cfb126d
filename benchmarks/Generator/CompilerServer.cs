using System.Diagnostics;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>A compiler that stays between builds, as the SDK starts one in the background. It ends with this object.</summary>
internal sealed class CompilerServer : IDisposable
{
    private readonly Process process;

    public CompilerServer() => process = Process.Start("dotnet", ["exec", Compiler.Server, $"-pipename:{Name}"]);

    /// <summary>The name under which builds find it.</summary>
    public string Name { get; } = $"benchmark-{Guid.NewGuid():N}";

    /// <summary>The CPU time in user mode that it has used.</summary>
    public TimeSpan UserCpu
    {
        get
        {
            process.Refresh();
            return process.UserProcessorTime;
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
