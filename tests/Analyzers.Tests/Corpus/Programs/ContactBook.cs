using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DynamoToolkit;

namespace Corpus.Programs.ContactBook;

/// <summary>Contacts of a person.</summary>
public class ContactBook
{
    private readonly DynamoTable<Contact> contacts;

    public ContactBook(DynamoTable<Contact> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        this.contacts = contacts;
    }

    public async Task<List<Contact>> ByNameAsync(string owner, string lastName, CancellationToken cancellationToken = default)
    {
        return await contacts
            .Query(Contact.Index.ByName(owner), Contact.Index.ByNameSortKey.StartsWith(lastName))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task RenameAsync(string owner, string id, string firstName, string lastName, CancellationToken cancellationToken = default)
    {
        await contacts.Update(Contact.Key(owner, id))
            .Set(c => c.FirstName, firstName)
            .Set(c => c.LastName, lastName)
            .IfExists()
            .ExecuteAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    public Task AddNumberAsync(string owner, string id, PhoneNumber number, CancellationToken cancellationToken = default) =>
        contacts.Update(Contact.Key(owner, id)).Append(c => c.PhoneNumbers, number).IfExists().ExecuteAsync(cancellationToken);

    public Task LabelAsync(string owner, string id, string name, string? value, CancellationToken cancellationToken = default)
    {
        var update = contacts.Update(Contact.Key(owner, id));
        update = value is null
            ? update.Remove(c => c.CustomFields[name])
            : update.Set(c => c.CustomFields[name], value);
        return update.ExecuteAsync(cancellationToken);
    }
}
