using System;
using System.Globalization;
using DynamoToolkit;
using DynamoToolkit.Wire;

namespace Corpus.Ledger;

/// <summary>An amount in a currency.</summary>
[DynamoConverter(typeof(MoneyConverter))]
public readonly record struct Money(decimal Amount, string Currency);

/// <summary>Stores an amount as <c>12.50 EUR</c>.</summary>
public readonly struct MoneyConverter : IAttributeConverter<Money>
{
    public static void Write(ref ItemWriter writer, Money value) =>
        writer.WriteStringValue(value.Amount.ToString(CultureInfo.InvariantCulture) + " " + value.Currency);

    public static Money Read(ref ItemReader reader)
    {
        var text = reader.ReadString().Split(' ');
        return new Money(decimal.Parse(text[0], CultureInfo.InvariantCulture), text[1]);
    }
}

/// <summary>An account of a ledger.</summary>
[DynamoTable("ledger")]
[PartitionKey("ACCOUNT#{AccountId}"), SortKey("ACCOUNT")]
public sealed partial class Account
{
    public required string AccountId { get; init; }

    public required string Owner { get; set; }

    public Money Balance { get; set; }

    [ConcurrencyToken]
    public long? Version { get; set; }
}

/// <summary>One side of a transfer. Both sides are written in one transaction.</summary>
[DynamoTable("ledger")]
[PartitionKey("ACCOUNT#{AccountId}"), SortKey("ENTRY#{BookedAt}#{TransferId}")]
[GlobalIndex("byTransfer", "TRANSFER#{TransferId}", "ACCOUNT#{AccountId}")]
public sealed partial record LedgerEntry(string AccountId, DateTimeOffset BookedAt, Guid TransferId, Money Amount)
{
    public string? Memo { get; init; }
}
