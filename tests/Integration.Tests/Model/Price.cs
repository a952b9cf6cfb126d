using System.Globalization;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A type with a converter of its own, which members of it need not name.</summary>
[DynamoConverter(typeof(Converter))]
public readonly record struct Price(decimal Amount, string Currency)
{
    /// <summary>One text: the amount, a blank, the currency.</summary>
    public readonly struct Converter : IAttributeConverter<Price>
    {
        public static void Write(ref ItemWriter writer, Price value) =>
            writer.WriteStringValue($"{value.Amount.ToString(CultureInfo.InvariantCulture)} {value.Currency}");

        public static Price Read(ref ItemReader reader)
        {
            var text = reader.ReadString();
            var blank = text.IndexOf(' ');
            return blank > 0 && decimal.TryParse(text.AsSpan(0, blank), CultureInfo.InvariantCulture, out var amount)
                ? new Price(amount, text[(blank + 1)..])
                : throw reader.Unexpected("an amount and a currency", text);
        }
    }
}
