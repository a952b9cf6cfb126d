namespace DynamoToolkit;

/// <summary>A unique value, of which at most one item is the holder: <c>User.Unique.Email("a@example.org")</c>.</summary>
/// <typeparam name="T">The item type.</typeparam>
public readonly struct UniqueValue<T> : IEquatable<UniqueValue<T>>
    where T : IItem<T>
{
    /// <summary>Describes a value. Called by generated code.</summary>
    /// <param name="constraint">The constraint's name.</param>
    /// <param name="values">The values of its members, in their order.</param>
    /// <exception cref="ArgumentException">The type has no such constraint, or it has other members.</exception>
    public UniqueValue(string constraint, params KeyValue[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Constraint = (T.Model.Unique ?? throw new ArgumentException($"{typeof(T).Name} has no unique values.")).Find(constraint);
        Key = Constraint.KeyOf(values);
    }

    internal UniqueConstraint Constraint { get; }

    /// <summary>The partition key of the value's reservation.</summary>
    internal string Key { get; }

    /// <inheritdoc/>
    public bool Equals(UniqueValue<T> other) => Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UniqueValue<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Key?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc/>
    public override string ToString() => Key ?? "";

    /// <summary>Whether two values are equal.</summary>
    public static bool operator ==(UniqueValue<T> left, UniqueValue<T> right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(UniqueValue<T> left, UniqueValue<T> right) => !left.Equals(right);
}
