using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>path IN (a, b, …)</c>: 1 to 100 values.</summary>
internal sealed class InCondition<T, TConverter> : Condition
    where TConverter : IAttributeConverter<T>
{
    private const int MaxValues = 100;

    private readonly AttributePath path;
    private readonly T[] values;

    private InCondition(AttributePath path, T[] values)
    {
        if (values.Length > MaxValues)
        {
            throw new ArgumentException(
                $"In() on '{path}' has {values.Length} values. DynamoDB allows at most {MaxValues}. " +
                "Split them into several In() joined with |.",
                nameof(values));
        }

        this.path = path;
        this.values = values;
    }

    /// <summary>
    /// The condition that the attribute has one of the values. No attribute has one of none, and DynamoDB refuses an empty IN.
    /// </summary>
    /// <remarks>Null among the values stands for an absent attribute or NULL, as in <c>== null</c>.</remarks>
    public static Condition Of(AttributePath path, T[] values)
    {
        var present = Array.FindAll(values, static value => value is not null);
        return Of(path, present, includesNull: present.Length < values.Length);
    }

    /// <inheritdoc cref="Of(AttributePath, T[])"/>
    /// <param name="path">The attribute.</param>
    /// <param name="present">The values that are not null.</param>
    /// <param name="includesNull">Whether null is among the values, too.</param>
    public static Condition Of(AttributePath path, T[] present, bool includesNull)
    {
        if (present.Length > 0)
        {
            var condition = new InCondition<T, TConverter>(path, present);
            return includesNull ? condition | AttributeComparisons.Absent(path) : condition;
        }

        return includesNull
            ? AttributeComparisons.Absent(path)
            : new ExistenceCondition(path, exists: true) & new ExistenceCondition(path, exists: false);
    }

    internal override string? FindAttribute(Predicate<string> test) => Paths.Find(path, test);

    internal override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        path.Write(ref writer, context);
        writer.WriteRaw(" IN ("u8);
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
                writer.WriteRaw(", "u8);
            context.WriteValue<T, TConverter>(ref writer, values[i]);
        }

        writer.WriteRaw(")"u8);
    }
}
