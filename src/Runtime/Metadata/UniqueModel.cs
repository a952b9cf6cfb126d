namespace DynamoToolkit;

/// <summary>The unique values of an item type.</summary>
/// <param name="expires">The time to live, which reservations share with their item; null if the type has none.</param>
/// <param name="constraints">The kinds of values.</param>
public sealed class UniqueModel(MemberValue? expires, params UniqueConstraint[] constraints)
{
    private MemberValue[]? compared;

    /// <summary>The kinds of values.</summary>
    public IReadOnlyList<UniqueConstraint> Constraints { get; } = constraints;

    /// <summary>The time to live, which reservations share with their item; null if the type has none.</summary>
    public MemberValue? Expires { get; } = expires;

    /// <summary>
    /// The members that writes compare with the stored ones, each once: a stored value that differs from the known one is not released.
    /// </summary>
    internal IReadOnlyList<MemberValue> Compared => compared ??=
        [.. Constraints.SelectMany(static constraint => constraint.Parts)
            .Concat(Expires is null ? [] : [Expires])
            .DistinctBy(static part => part.AttributeName)];

    /// <summary>Whether a unique value, or the time for which it is reserved, depends on an attribute.</summary>
    internal bool DependsOn(string attributeName) => Compared.Any(part => part.AttributeName == attributeName);

    /// <summary>Finds a constraint by its name.</summary>
    internal UniqueConstraint Find(string name) =>
        Constraints.FirstOrDefault(constraint => constraint.Name == name)
        ?? throw new ArgumentException($"The type has no unique value '{name}'.");
}
