using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Invoices;
using DynamoToolkit;

namespace Corpus.Programs.InvoiceBook;

/// <summary>Issues invoices, whose numbers have no gaps and no doubles.</summary>
public sealed class InvoiceBook(DynamoTable<Invoice> invoices)
{
    public async Task<Invoice> IssueAsync(Func<int, Invoice> make, int next, CancellationToken cancellationToken)
    {
        for (var number = next; ; number++)
        {
            var invoice = make(number);
            try
            {
                await invoices.CreateAsync(invoice, cancellationToken);
                return invoice;
            }
            catch (UniqueValueTakenException)
            {
                // The next number, then.
            }
        }
    }

    public async Task<Invoice?> FindAsync(string series, int number, CancellationToken cancellationToken) =>
        await invoices.GetByUniqueAsync(Invoice.Unique.FullNumber(series, number), cancellationToken);

    public async Task<decimal> OpenAsync(string debtor, DateOnly from, CancellationToken cancellationToken)
    {
        var query = invoices.Query(Invoice.Index.ByDebtor(debtor), Invoice.Index.ByDebtorSortKey.AtLeast(from));
        var all = await query.ToListAsync(cancellationToken);
        var open = 0m;
        foreach (var invoice in all)
            open += invoice.Lines.Sum(line => line.Quantity * line.Price) - (invoice.Paid ?? 0);
        return open;
    }

    public Task PayAsync(Invoice invoice, decimal amount, CancellationToken cancellationToken) =>
        invoices.ChangeAsync(invoice, invoice with { Paid = (invoice.Paid ?? 0) + amount }, cancellationToken);

    public async Task CheckAsync(IList<UniqueDuplicate> duplicates, CancellationToken cancellationToken)
    {
        string? from = null;
        do
        {
            var result = await invoices.RepairUniqueAsync(new SweepOptions { From = from }, cancellationToken);
            foreach (var duplicate in result.Duplicates)
                duplicates.Add(duplicate);
            from = result.Next;
        }
        while (from is not null);
    }
}
