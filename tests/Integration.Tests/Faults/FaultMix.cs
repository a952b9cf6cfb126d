namespace DynamoToolkit.Integration.Tests.Faults;

/// <summary>
/// 20 % throttles, 10 % errors of the server, 5 % resets, 5 % slow answers, of which a few never come. Safe for concurrent use.
/// </summary>
internal sealed class FaultMix(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>How many of a thousand requests have each fault.</summary>
    public static IReadOnlyDictionary<Fault, int> PerMille { get; } = new Dictionary<Fault, int>
    {
        [Fault.Throttle] = 200,
        [Fault.ErrorBefore] = 50,
        [Fault.ErrorAfter] = 50,
        [Fault.ResetBefore] = 25,
        [Fault.ResetAfter] = 25,
        [Fault.Slow] = 49,
        [Fault.Late] = 1,
        [Fault.None] = 600,
    };

    public Fault Next()
    {
        int number;
        lock (random)
            number = random.Next(1000);

        foreach (var (fault, share) in PerMille)
        {
            number -= share;
            if (number < 0)
                return fault;
        }

        throw new InvalidOperationException("The shares do not add up to a thousand.");
    }
}
