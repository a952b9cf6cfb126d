using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire;

// example: converter
public readonly struct MoneyConverter : IAttributeConverter<Money>
{
    public static void Write(ref ItemWriter writer, Money value) => writer.WriteStringValue(value.ToString());

    public static Money Read(ref ItemReader reader)
    {
        var text = reader.ReadString();
        return Money.TryParse(text, out var value) ? value : throw reader.Unexpected("an amount and a currency", text);
    }
}
// end
