namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>Random numbers that are the same in every run, unless <c>DTK_RANDOMIZE=1</c>.</summary>
internal static class LayoutRandom
{
    private static readonly int Seed = Environment.GetEnvironmentVariable("DTK_RANDOMIZE") switch
    {
        "1" => Random.Shared.Next(),
        { Length: > 1 } seed => int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture),
        _ => 20261128,
    };

    /// <summary>What a failure reports, so that <c>DTK_RANDOMIZE=&lt;seed&gt;</c> repeats it.</summary>
    public static string Describe => $"DTK_RANDOMIZE={Seed}";

    /// <summary>Numbers of their own for each part of a test.</summary>
    public static Random Of(int part) => new(HashCode(Seed, part));

    private static int HashCode(int seed, int part) => unchecked(seed * 486187739 + part);
}
