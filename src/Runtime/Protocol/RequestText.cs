using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>The members that several requests share.</summary>
internal static class RequestText
{
    /// <summary>Writes a condition as an expression member. The member's text includes the value's opening quote.</summary>
    public static void WriteExpression(
        ref ItemWriter writer, ExpressionContext context, ReadOnlySpan<byte> member, string name, Condition condition)
    {
        ExpressionText.ThrowIfTooManyOperators(name, condition.Operators);

        writer.WriteRaw(member);
        context.Begin(ref writer);
        condition.Write(ref writer, context);
        context.End(ref writer, name);
        writer.WriteRaw("\""u8);
    }

    /// <summary>Writes a request that consists only of the table's name.</summary>
    public static void WriteTable(WireBuffer body, TableHandle table)
    {
        body.Write(table.Opening);
        body.Write("}"u8);
    }

    public static void WriteReturnValues(ref ItemWriter writer, ReturnedItem returned) => writer.WriteRaw(returned switch
    {
        ReturnedItem.None => ""u8,
        ReturnedItem.Old => ",\"ReturnValues\":\"ALL_OLD\""u8,
        ReturnedItem.New => ",\"ReturnValues\":\"ALL_NEW\""u8,
        ReturnedItem.UpdatedOld => ",\"ReturnValues\":\"UPDATED_OLD\""u8,
        ReturnedItem.UpdatedNew => ",\"ReturnValues\":\"UPDATED_NEW\""u8,
        _ => throw new ArgumentOutOfRangeException(nameof(returned), returned, "This is not a member of ReturnedItem. Use one of them."),
    });

    public static void WriteCapacity(ref ItemWriter writer, CapacityDetail detail) => writer.WriteRaw(detail switch
    {
        CapacityDetail.None => ""u8,
        CapacityDetail.Total => ",\"ReturnConsumedCapacity\":\"TOTAL\""u8,
        CapacityDetail.Indexes => ",\"ReturnConsumedCapacity\":\"INDEXES\""u8,
        _ => throw new ArgumentOutOfRangeException(nameof(detail), detail, "This is not a member of CapacityDetail. Use one of them."),
    });

    /// <summary>Writes a member that is a number. The member's text ends just before the number.</summary>
    public static void WriteInteger(ref ItemWriter writer, ReadOnlySpan<byte> member, int number)
    {
        writer.WriteRaw(member);
        ExpressionText.WriteInteger(ref writer, number);
    }

    public static void WriteCollectionMetrics(ref ItemWriter writer, bool isAskedFor)
    {
        if (isAskedFor)
            writer.WriteRaw(",\"ReturnItemCollectionMetrics\":\"SIZE\""u8);
    }

    /// <summary>Writes <c>ProjectionExpression</c>, unless the names are empty, which means all attributes.</summary>
    public static void WriteProjection(ref ItemWriter writer, ExpressionContext context, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return;

        writer.WriteRaw(",\"ProjectionExpression\":\""u8);
        context.Begin(ref writer);
        for (var i = 0; i < names.Count; i++)
        {
            if (i > 0)
                writer.WriteRaw(", "u8);
            context.WriteName(ref writer, names[i]);
        }

        context.End(ref writer, "projection");
        writer.WriteRaw("\""u8);
    }
}
