namespace DynamoToolkit.Benchmarks.Measuring;

/// <summary>Something that must hold of this library in the run.</summary>
/// <param name="What">What is measured, with its unit.</param>
/// <param name="Limit">The most that it may be.</param>
/// <param name="Measured">What it is.</param>
internal sealed record Target(string What, double Limit, double Measured)
{
    public bool Held => Measured <= Limit;
}
