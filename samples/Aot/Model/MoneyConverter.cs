using System.Globalization;
using DynamoToolkit.Wire;

namespace AotShop.Model;

/// <summary>Money as text: <c>12.50 EUR</c>.</summary>
public readonly struct MoneyConverter : IAttributeConverter<Money>
{
    public static void Write(ref ItemWriter writer, Money value) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Amount} {value.Currency}"));

    public static Money Read(ref ItemReader reader)
    {
        var text = reader.ReadString();
        return text.Split(' ') is [var amount, var currency] && decimal.TryParse(amount, CultureInfo.InvariantCulture, out var number)
            ? new Money(number, currency)
            : throw reader.Unexpected("an amount and a currency", text);
    }
}
