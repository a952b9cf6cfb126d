using System.Globalization;

namespace DynamoToolkit.Runtime.Tests.Wire;

/// <summary>An amount of a currency: a type of a user.</summary>
public readonly record struct Money(decimal Amount, string Currency)
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
