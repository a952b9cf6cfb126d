using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Crm;
using DynamoToolkit;

namespace Corpus.Programs.CrmGraph;

/// <summary>Walks an adjacency list from both sides.</summary>
public sealed class CrmGraph(DynamoClient db)
{
    private static readonly ItemKinds<object> Kinds = new ItemKinds<object>().Add<Company>().Add<Employment>().Add<Deal>();

    private readonly DynamoTable<Company> companies = db.Table<Company>();
    private readonly DynamoTable<Employment> employments = db.Table<Employment>();
    private readonly DynamoTable<Deal> deals = db.Table<Deal>();

    public async Task<CompanyFile> ReadAsync(string number, CancellationToken cancellationToken)
    {
        var file = new CompanyFile();
        await foreach (var item in companies.Query(Company.Partition(number)).As(Kinds).WithCancellation(cancellationToken))
            file.Add(item);
        return file;
    }

    public Task<List<Employment>> EmployersAsync(Guid person, CancellationToken cancellationToken) =>
        employments.Query(Employment.Index.Inverse(person)).ToListAsync(cancellationToken);

    public async Task WinAsync(Deal deal, CancellationToken cancellationToken)
    {
        deal.ProbabilityPercent = 100;
        await deals.PutAsync(deal, cancellationToken);
    }

    public async Task MergeAsync(string from, string to, CancellationToken cancellationToken)
    {
        var people = await employments.Query(Employment.Partition(from)).ToListAsync(cancellationToken);
        foreach (var chunk in people.Chunk(50))
        {
            var moves = chunk.SelectMany<Employment, IWriteOperation>(one =>
            [
                employments.Put(new Employment { CompanyNumber = to, PersonId = one.PersonId, Position = one.Position, Since = one.Since }),
                employments.Delete(one),
            ]);
            await db.TransactWriteAsync(moves, cancellationToken);
        }
    }
}

/// <summary>A company with its people and deals.</summary>
public sealed class CompanyFile
{
    private readonly List<Employment> people = [];
    private readonly List<Deal> deals = [];

    public Company? Company { get; private set; }

    public IReadOnlyList<Employment> People => people;

    public decimal Expected => deals.Sum(deal => deal.Value * deal.ProbabilityPercent / 100);

    internal void Add(object item)
    {
        if (item is Company company)
            Company = company;
        else if (item is Employment one)
            people.Add(one);
        else if (item is Deal deal)
            deals.Add(deal);
    }
}
