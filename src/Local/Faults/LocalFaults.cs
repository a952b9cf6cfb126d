using DynamoToolkit.Local.Faults;

namespace DynamoToolkit.Local;

/// <summary>
/// The faults that an engine injects, at both of its doors. Without any, requests cost nothing more. Safe for concurrent use. A single
/// caller meets the same faults in every run, because chance begins with <see cref="LocalDynamoOptions.FaultSeed"/>.
/// </summary>
public sealed class LocalFaults
{
    private readonly FaultPlan plan;

    internal LocalFaults(FaultPlan plan) => this.plan = plan;

    /// <summary>How many faults have struck.</summary>
    public long Struck => plan.Struck;

    /// <summary>Begins to inject a fault.</summary>
    /// <returns>Ends it when it is disposed.</returns>
    public IDisposable Inject(LocalFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return plan.Add(fault);
    }

    /// <summary>Ends all faults.</summary>
    public void Clear() => plan.Clear();
}
