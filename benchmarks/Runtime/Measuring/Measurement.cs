namespace DynamoToolkit.Benchmarks.Measuring;

/// <summary>What was measured of one variant at one operation.</summary>
/// <param name="Operation">Such as "Read 100".</param>
/// <param name="Variant">The variant's name.</param>
/// <param name="Minimum">The least of all rounds, in the unit of the measuring method.</param>
/// <param name="Median">The middle one of all rounds.</param>
/// <param name="AllocatedBytes">Managed bytes allocated an operation.</param>
internal sealed record Measurement(string Operation, string Variant, double Minimum, double Median, double AllocatedBytes)
{
    /// <summary>Sums up the rounds.</summary>
    public static Measurement Of(string operation, string variant, List<double> rounds, double allocatedBytes)
    {
        rounds.Sort();
        return new Measurement(operation, variant, rounds[0], rounds[rounds.Count / 2], allocatedBytes);
    }
}
