using System;
using DynamoToolkit;

namespace Corpus.Payments;

/// <summary>A means of payment; each kind has members of its own.</summary>
[DynamoTable("payment-methods")]
[PartitionKey("PAYER#{PayerId}"), SortKey("METHOD#{MethodId}")]
public abstract partial record PaymentMethod
{
    public required string PayerId { get; init; }

    public required Guid MethodId { get; init; }

    public bool IsDefault { get; init; }

    [CreatedAt]
    public DateTimeOffset AddedAt { get; init; }
}

[DynamoTable("payment-methods"), DynamoType("card")]
public sealed partial record CardPayment(string Brand, string LastDigits) : PaymentMethod;

[DynamoTable("payment-methods"), DynamoType("transfer")]
public sealed partial record BankTransfer(string Iban) : PaymentMethod
{
    public DateOnly? MandateSigned { get; init; }
}

[DynamoTable("payment-methods"), DynamoType("wallet")]
public sealed partial record Wallet(string Provider) : PaymentMethod
{
    public required string ProviderToken { get; init; }
}
