using System.Globalization;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire;

/// <summary>The converter that docs/values.md shows.</summary>
public sealed class CustomConverterTests
{
    [Fact]
    public void Converter_OfAUsersType_TakesPartInEverything()
    {
        List<Money> prices = [new(1.50m, "EUR"), new(2m, "USD")];

        Assert.Equal("""{"L":[{"S":"1.50 EUR"},{"S":"2 USD"}]}""", Roundtrip.Write<List<Money>, ListConverter<Money, MoneyConverter>>(prices));
        Assert.Equal(prices, Roundtrip.Through<List<Money>, ListConverter<Money, MoneyConverter>>(prices));
        Assert.Equal("""{"SS":["2 USD"]}""", Roundtrip.Write<HashSet<Money>, HashSetConverter<Money, MoneyConverter>>([new(2m, "USD")]));
    }

    [Fact]
    public void Converter_ThatCannotRead_NamesTheAttribute()
    {
        var exception = Assert.Throws<ItemFormatException>(() => Roundtrip.Read<Dictionary<string, List<Money>>, DictionaryConverter<List<Money>, ListConverter<Money, MoneyConverter>>>(
            """{"M":{"prices":{"L":[{"S":"2 USD"},{"S":"free"}]}}}"""));

        Assert.Equal("an amount and a currency", exception.Expected);
        Assert.Equal("'free'", exception.Found);
        Assert.EndsWith("prices[1]", exception.AttributeName, StringComparison.Ordinal);
    }

    internal readonly record struct Money(decimal Amount, string Currency)
    {
        public static bool TryParse(string text, out Money value)
        {
            var parts = text.Split(' ');
            var isAmount = decimal.TryParse(parts[0], CultureInfo.InvariantCulture, out var amount);
            value = isAmount && parts.Length == 2 ? new Money(amount, parts[1]) : default;
            return isAmount && parts.Length == 2;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");
    }

    internal readonly struct MoneyConverter : IAttributeConverter<Money>
    {
        public static void Write(ref ItemWriter writer, Money value) => writer.WriteStringValue(value.ToString());

        public static Money Read(ref ItemReader reader)
        {
            var text = reader.ReadString();
            return Money.TryParse(text, out var value) ? value : throw reader.Unexpected("an amount and a currency", text);
        }
    }
}
