namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Random choices. The same seed makes the same choices.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>A number from 0 to less than <paramref name="bound"/>.</summary>
    public int Below(int bound) => random.Next(bound);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>True in so many of a thousand cases.</summary>
    public bool Rarely(int perMille) => random.Next(1000) < perMille;

    /// <summary>One of the choices.</summary>
    public T One<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>Some of the choices, in their order, each with the same chance.</summary>
    public List<T> Some<T>(IEnumerable<T> choices, int percent) => [.. choices.Where(_ => Chance(percent))];
}
