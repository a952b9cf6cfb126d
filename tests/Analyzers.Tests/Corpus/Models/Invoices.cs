using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Invoices;

/// <summary>An invoice whose number is unique within its series.</summary>
[DynamoTable("invoices")]
[PartitionKey("INVOICE#{InvoiceId}"), SortKey("INVOICE")]
[Unique(nameof(Series), nameof(Number), Name = "full-number")]
[GlobalIndex("byDebtor", "DEBTOR#{DebtorId}", "{IssuedOn}")]
public sealed partial record Invoice
{
    public required Guid InvoiceId { get; init; }

    public required string Series { get; init; }

    public required int Number { get; init; }

    public required string DebtorId { get; init; }

    public DateOnly IssuedOn { get; init; }

    public IReadOnlyList<InvoiceLine> Lines { get; init; } = [];

    public decimal? Paid { get; init; }
}

[DynamoMap]
public partial record struct InvoiceLine(string Text, decimal Quantity, decimal Price, decimal TaxPercent);
