using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>path IN (a, b, …)</c>: 1 to 100 values.</summary>
internal sealed class InCondition<T, TConverter> : Condition
    where TConverter : IAttributeConverter<T>
{
    private const int MaxValues = 100;

    private readonly AttributePath path;
    private readonly T[] values;

    public InCondition(AttributePath path, ReadOnlySpan<T> values)
        : base(1)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException(
                $"In() on '{path}' has no values, and DynamoDB refuses an empty IN. Leave the condition out, or skip the request: " +
                "nothing can match.",
                nameof(values));
        }

        if (values.Length > MaxValues)
        {
            throw new ArgumentException(
                $"In() on '{path}' has {values.Length} values. DynamoDB allows at most {MaxValues}. " +
                "Split them into several In() joined with |.",
                nameof(values));
        }

        this.path = path;
        this.values = values.ToArray();
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
