namespace DynamoToolkit.Integration.Tests.Faults;

/// <summary>20 % throttles, 10 % errors of the server, 5 % resets, 5 % slow answers, of which a few never come. Safe for concurrent use.</summary>
internal sealed class FaultMix(int seed)
{
    private readonly Random random = new(seed);

    public Fault Next()
    {
        lock (random)
        {
            return random.Next(1000) switch
            {
                < 200 => Fault.Throttle,
                < 250 => Fault.ErrorBefore,
                < 300 => Fault.ErrorAfter,
                < 325 => Fault.ResetBefore,
                < 350 => Fault.ResetAfter,
                < 398 => Fault.Slow,
                < 400 => Fault.Late,
                _ => Fault.None,
            };
        }
    }
}
