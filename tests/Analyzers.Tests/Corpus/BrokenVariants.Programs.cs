namespace DynamoToolkit.Analyzers.Tests.Corpus;

/// <content>The programs.</content>
internal static partial class BrokenVariants
{
    /// <summary>Programs with a mistake.</summary>
    public static IReadOnlyList<BrokenVariant> OfPrograms { get; } =
    [
        new(
            "Programs/CartService.cs",
            "        await foreach (var item in carts.Query(Cart.Partition(shopper)).As(kinds).WithCancellation(cancellationToken))",
            "        await foreach (var item in carts.Query(Cart.Partition(shopper)).As(kinds))",
            "DTK2030", "carts.Query(Cart.Partition(shopper)).As(kinds)"),
        new(
            "Programs/CartService.cs",
            "            await lines.Delete(key).If(line => line.Quantity == 0).ExecuteAsync(cancellationToken);",
            "            lines.Delete(key).If(line => line.Quantity == 0);",
            "DTK2010", "lines.Delete(key).If(line => line.Quantity == 0)"),
        new(
            "Programs/CartService.cs",
            "        var result = await db.BatchWriteAsync(found.Select(lines.Delete), cancellationToken);\n        "
            + "result.ThrowIfIncomplete();",
            "        await db.BatchWriteAsync(found.Select(lines.Delete), cancellationToken);",
            "DTK2023", "BatchWriteAsync"),
        new(
            "Programs/CartService.cs",
            "            await carts.DeleteAsync(cart, cancellationToken);",
            "            await carts.DeleteAsync(Cart.Key(shopper), cancellationToken);",
            "DTK2032", "DeleteAsync"),
        new(
            "Programs/Checkout.cs",
            "                .Set(o => o.State, OrderState.Shipped)\n",
            "                .Set(o => o.State, OrderState.Shipped)\n                .Set(o => o.State, OrderState.Packed)\n",
            "DTK2035", ".[|Set|](o => o.State, OrderState.Packed)"),
        new(
            "Programs/Checkout.cs",
            "                .If(o => o.State == OrderState.Packed)",
            """                .If(o => o.State.ToString() == "Packed")""",
            "DTK2003", "o.State"),
        new(
            "Programs/Checkout.cs",
            "            .If(level => level.OnHand >= line.Quantity);",
            "            .If(level => level.OnHand);",
            "DTK2001", "level.OnHand"),
        new(
            "Programs/OrderQueries.cs",
            "OrderItem.SortKey.StartsWith(order)).ConsistentRead().ToListAsync",
            "OrderItem.SortKey.StartsWith(order)).Select(item => item).ToListAsync",
            "DTK2007", "Select"),
        new(
            "Programs/OrderQueries.cs",
            "        orders.Query(Order.Index.ByOrder(order)).SingleOrDefaultAsync",
            "        orders.Query(Order.Index.ByOrder(order)).ConsistentRead().SingleOrDefaultAsync",
            "DTK2028", "ConsistentRead"),
        new(
            "Programs/OrderQueries.cs",
            "        var read = await orders.BatchGetAsync(keys, cancellationToken);\n        read.ThrowIfIncomplete();\n   "
            + "     return read.Items.ToLookup",
            "        return (await orders.BatchGetAsync(keys, cancellationToken)).Items.ToLookup",
            "DTK2024", "BatchGetAsync"),
        new(
            "Programs/CatalogPages.cs",
            "        var page = await products.Query(Product.Index.ByCategory(category))\n",
            "        var page = await products.Query(Product.Index.ByCategory(category)).Where(p => p.Price > 0)\n",
            "DTK2021", "Limit"),
        new(
            "Programs/CatalogPages.cs",
            "            .Set(p => p.Price, price)",
            """            .Set("price", price)""",
            "DTK2012", "\"price\""),
        new(
            "Programs/CatalogPages.cs",
            "            .Set(p => p.Price, price)\n            .IfExists()",
            "            .Set(p => p.Sku, \"1\")\n            .IfExists()",
            "DTK2004", "Sku"),
        new(
            "Programs/StockKeeper.cs",
            "        await stock.Update(StockLevel.Key(sku, warehouse)).Add(s => s.OnHand, quantity).ExecuteAsync(cancellationToken);",
            "        await stock.Update(StockLevel.Key(sku, warehouse)).Add(s => s.OnHand, quantity);",
            "DTK2006", "stock.Update(StockLevel.Key(sku, warehouse)).Add(s => s.OnHand, quantity)"),
        new("Programs/StockKeeper.cs", ".Add(s => s.OnHand, quantity)", ".Set(s => s.OnHand, quantity)", "DTK2032", "Update"),
        new(
            "Programs/CouponDesk.cs",
            "            await coupons.CreateAsync(coupon, cancellationToken);",
            "            await coupons.PutAsync(coupon, cancellationToken);",
            "DTK0093", "PutAsync"),
        new(
            "Programs/CouponDesk.cs",
            "coupons.RemoveAsync(Coupon.Key(id), cancellationToken);",
            "coupons.DeleteAsync(Coupon.Key(id), cancellationToken);",
            "DTK0093", "DeleteAsync"),
        new("Programs/RecipeBox.cs", "recipes.CreateAsync(recipe, ", "recipes.PutAsync(recipe, ", "DTK0097", "PutAsync"),
        new(
            "Programs/RecipeBox.cs",
            "recipes.RemoveAsync(Recipe.Key(kitchen, id), cancellationToken);",
            "recipes.DeleteAsync(Recipe.Key(kitchen, id), cancellationToken);",
            "DTK0097", "DeleteAsync"),
        new("Programs/RecipeBox.cs", ".Set(r => r.Servings, servings)", """.Set(r => r.Source, "x")""", "DTK2004", "Source"),
        new(
            "Programs/Transfers.cs",
            "                accounts.Put(target),\n",
            "                accounts.Put(source),\n",
            "DTK2027", "accounts.Put(source),\n                [|accounts.Put(source)|]"),
        new(
            "Programs/ChatHub.cs",
            "memberships.Query(Membership.Index.ByUser(user)).ToListAsync(cancellationToken)",
            "memberships.Query(Membership.Index.ByUser(user)).ToListAsync()",
            "DTK2030", "ToListAsync"),
        new(
            "Programs/ChatHub.cs",
            "        var read = await rooms.BatchGetAsync(all.Select(one => Room.Key(one.RoomId)), cancellationToken);\n    "
            + "    read.ThrowIfIncomplete();\n        return read.Items;",
            "        return (await rooms.BatchGetAsync(all.Select(one => Room.Key(one.RoomId)), cancellationToken)).Items;",
            "DTK2024", "BatchGetAsync"),
        new(
            "Programs/MailReader.cs",
            "        await mails.Query(Mail.Index.Unread(person)).As<MailHead>().CountAsync(ct);",
            "        await mails.Scan().Where(m => m.UnreadBy == person).CountAsync(ct);",
            "DTK2020", "Scan"),
        new(
            "Programs/MailReader.cs",
            "mails.Update(mail).Remove(m => m.UnreadBy).IfExists().ExecuteAsync(ct);",
            "mails.Update(mail).Remove(m => m.MailId).IfExists().ExecuteAsync(ct);",
            "DTK2004", "MailId"),
        new(
            "Programs/TelemetryIngest.cs",
            "            var result = await db.BatchWriteAsync(left, cancellationToken);\n",
            "            var result = await db.BatchWriteAsync(left);\n",
            "DTK2030", "BatchWriteAsync"),
        new(
            "Programs/TelemetryIngest.cs",
            "            await WriteAsync(batch, stoppingToken);",
            "            foreach (var one in batch)\n                await readings.PutAsync(one, stoppingToken);",
            "DTK2022", "PutAsync"),
        new(
            "Programs/ShadowUpdates.cs",
            "            .Set(s => s.Reported.IsOn, brightness > 0)",
            "            .Set(s => s.Reported.Brightness, 0)",
            "DTK2035", "Set"),
        new(
            "Programs/ProjectBoard.cs",
            "        await update.ExecuteAsync(token);",
            "        await Task.Yield();",
            "DTK2010", "tasks.Update(task).Set(t => t.Assignee, user).Set(t => t.DueOn, task.DueOn)"),
        new(
            "Programs/ProjectBoard.cs",
            "        await tasks.CreateAsync(task, token);",
            "        await tasks.CreateAsync(task);",
            "DTK2030", "CreateAsync"),
        new(
            "Programs/UserAccounts.cs",
            "            await users.Put(user).IfNotExists().ExecuteAsync(cancellationToken);",
            "            await users.Put(user).ExecuteAsync(cancellationToken);",
            "DTK0093", "Put"),
        new(
            "Programs/UserAccounts.cs",
            "                .Set(u => u.LastSeen, DateTimeOffset.UtcNow)",
            """                .Set(u => u.Handle, "x")""",
            "DTK2004", "Handle"),
        new(
            "Programs/AuditTrail.cs",
            "        entries.Query(AuditEntry.Partition(type, id)).Descending().AsAsyncEnumerable();",
            """        entries.Query(AuditEntry.Partition(type, id)).Where(e => e.Action.Trim() == "x").AsAsyncEnumerable();""",
            "DTK2002", "Trim"),
        new(
            "Programs/FlagCache.cs",
            "            await flags.PutAsync(flag, cancellationToken);",
            "            await flags.Update(FeatureFlag.Key(flag.Application, flag.Name)).Set(f => f.Rollout, "
            + "rollout).ExecuteAsync(cancellationToken);",
            "DTK2032", "Update"),
        new(
            "Programs/ConfigHistory.cs",
            "        configurations.PruneVersionsAsync(Configuration.History(path), keep: 100, cancellationToken);",
            "        configurations.DeleteAsync(Configuration.Key(path, 1), cancellationToken);",
            "DTK2070", "configurations.DeleteAsync(Configuration.Key(path, 1), cancellationToken)"),
        new(
            "Programs/Highscores.cs",
            "        if (result.Unprocessed.Count > 0)\n            throw new InvalidOperationException(\"Try again "
            + "later.\");\n        return result.Items.",
            "        await scores.BatchGetAsync(friends.Select(friend => BestScore.Key(friend, game, season)), "
            + "cancellationToken);\n        return result.Items.",
            "DTK2023", "BatchGetAsync"),
        new(
            "Programs/OutboxRelay.cs",
            "await outbox.Update(OutboxMessage.Key(message.MessageId)).Remove(m => m.Pending).IfExists().ExecuteAsync(cancellationToken);",
            "await outbox.Update(OutboxMessage.Key(message.MessageId)).Remove(m => "
            + "m.MessageId).IfExists().ExecuteAsync(cancellationToken);",
            "DTK2004", ".Remove(m => m.[|MessageId|])"),
        new(
            "Programs/JobWorker.cs",
            "        await db.TransactWriteAsync([finish, runs.Put(run)], cancellationToken);",
            "        await db.TransactWriteAsync([finish], cancellationToken);",
            "DTK2025", "TransactWriteAsync"),
        new(
            "Programs/SessionStore.cs",
            "        sessions.Update(Session.Key(id)).Set(s => s.Data[name], value).IfExists().ExecuteAsync(cancellationToken);",
            "        sessions.Update(id).Set(s => s.Data[name], value).IfExists().ExecuteAsync(cancellationToken);",
            "DTK2009", "id"),
        new(
            "Programs/Follows.cs",
            "                edge => timelines.Put(new TimelineEntry { PersonId = edge.Follower, PostId = post, AuthorId = "
            + "author }));\n            var result = await db.BatchWriteAsync(entries, cancellationToken);",
            "                edge => timelines.Put(new TimelineEntry { PersonId = edge.Follower, PostId = post, AuthorId = "
            + "author }));\n            var result = await db.BatchWriteAsync([follows.Check(Follow.Key(author, "
            + "author)).IfExists(), .. entries], cancellationToken);",
            "DTK2033", "follows.Check(Follow.Key(author, author)).IfExists()"),
        new(
            "Programs/SupportDesk.cs",
            "Ticket.Index.ByTeamSortKey.StartsWith(TicketState.Waiting));",
            "Ticket.Index.ByTeamSortKey.StartsWith(TicketState.Waiting)).ConsistentRead();",
            "DTK2028", "ConsistentRead"),
        new(
            "Programs/SeatSales.cs",
            ".Where(seat => seat.TicketId.NotExists())",
            ".Where(seat => seat.TicketId)",
            "DTK2001", "seat.TicketId"),
        new(
            "Programs/HotelDesk.cs",
            "            await client.TransactWriteAsync(operations, options, ct);",
            "            await client.TransactWriteAsync([bookings.Put(booking).IfNotExists()], ct);",
            "DTK2025", "TransactWriteAsync"),
        new(
            "Programs/WikiEditor.cs",
            "        await pages.Update(key).Set(page => page.Text, "
            + "\"[removed]\").BypassVersionControl().ExecuteAsync(cancellationToken);",
            """        await pages.Update(key).Set(page => page.Text, "[removed]").ExecuteAsync(cancellationToken);""",
            "DTK2070", "pages.Update(key)"),
        new(
            "Programs/RateLimiter.cs",
            ".SetIfNotExists(w => w.ExpiresAt, (window + 10) * 60)",
            ".SetIfNotExists(w => w.ClientId, client)",
            "DTK2004", "ClientId"),
        new(
            "Programs/LeaseHolder.cs",
            ".IgnoreConcurrencyToken().If(l => l.Holder.NotExists() | l.Until < now)",
            ".If(l => l.Holder.Length == 0)",
            "DTK2002", "Length"),
        new(
            "Programs/Renewals.cs",
            "            .IfConcurrencyToken(etag)\n",
            "            .Set(s => s.Plan, \"none\")\n",
            "DTK2032", "subscriptions.[|Update|](Subscription.Key(customer, id))"),
        new(
            "Programs/InvoiceBook.cs",
            "        invoices.ChangeAsync(invoice, invoice with { Paid = (invoice.Paid ?? 0) + amount }, cancellationToken);",
            "        invoices.Update(Invoice.Key(invoice.InvoiceId)).Set(i => i.Number, 1).ExecuteAsync(cancellationToken);",
            "DTK2004", "Number"),
        new(
            "Programs/Drawings.cs",
            "            .Set(d => d.Shapes[index].Color, color)",
            "            .Set(d => d.Selected.Color, color)",
            "DTK2036", "Set"),
        new("Programs/SurveyStatistics.cs", "    [AllowScan(\"the yearly export\")]\n", "", "DTK2020", "answers.[|Scan|]()"),
        new(
            "Programs/LegacySync.cs",
            """            UpdateExpression = "SET IsPaid = :paid ADD #version :one",""",
            """            UpdateExpression = "SET OrderId = :paid ADD #version :one",""",
            "DTK2103", "OrderId"),
        new(
            "Programs/LegacySync.cs",
            """                Key = new Dictionary<string, AttributeValue> { ["OrderId"] = new() { S = id } },""",
            """                Key = new Dictionary<string, AttributeValue> { ["OrderId"] = new() { N = id } },""",
            "DTK2102", """new Dictionary<string, AttributeValue> { ["OrderId"] = new() { N = id } }"""),
        new(
            "Programs/LegacySync.cs",
            "            var response = await sdk.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = left }, "
            + "cancellationToken);\n            left = response.UnprocessedItems;",
            "            await sdk.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = left }, cancellationToken);",
            "DTK2104", "BatchWriteItemAsync"),
        new(
            "Programs/LegacySync.cs",
            """            FilterExpression = "IsPaid = :paid",""",
            """            FilterExpression = "IsPayed = :paid",""",
            "DTK2101", "IsPayed"),
        new(
            "Programs/LegacySync.cs",
            """            FilterExpression = "IsPaid = :paid",""",
            "            FilterExpression = \"IsPaid = :paid\",\n            ConsistentRead = true,",
            "DTK2106", "true"),
        new(
            "Programs/RunMetrics.cs",
            "        result.ThrowIfIncomplete();\n        foreach",
            "        foreach",
            "DTK2023", "BatchWriteAsync"),
        new(
            "Programs/OrderFunction.cs",
            "        var failed = new List<string>();",
            "        using var db = new DynamoClient();\n        var failed = new List<string> { db.Table<Order>().Name };",
            "DTK2029", "new DynamoClient()"),
        new(
            "Programs/Repository.cs",
            "        var result = await table.BatchGetAsync(keys, cancellationToken);\n",
            "        var result = await table.BatchGetAsync(keys);\n",
            "DTK2030", "BatchGetAsync"),
        new(
            "Programs/BuilderHelpers.cs",
            "        await db.TransactWriteAsync([update, bid], cancellationToken);",
            "        await db.TransactWriteAsync([update, bid]);",
            "DTK2030", "TransactWriteAsync"),
        new(
            "Programs/ClinicReports.cs",
            "            .If(v => v.Observations[code].NotExists())",
            "            .If(v => v.Findings.Any())",
            "DTK2002", "Any"),
        new(
            "Programs/MusicShelf.cs",
            "        tracks.Update(Track.Key(artist, position)).Add(t => t.Plays, 1)",
            """        tracks.Update(Track.Key(artist, position)).Add(t => t.Artist, "x")""",
            "DTK2004", "Artist"),
        new("Programs/ContactBook.cs", "            .Set(c => c.LastName, lastName)\n", "", "DTK2034", ".[|Set|](c => c.FirstName"),
        new(
            "Programs/NewsDesk.cs",
            "            .If(a => a.PublishedAt.NotExists() & a.Text.Size() > 0)",
            "            .If(a => a.Text.Length > 0)",
            "DTK2002", "Length"),
        new(
            "Programs/WeatherReports.cs",
            "            await update.ExecuteAsync(cancellationToken);",
            "            await Task.Yield();",
            "DTK2010", "summaries.Update(summary).SetIfNotExists(s => s.RainMillimeters, millimeters)"),
        new(
            "Programs/NotificationCenter.cs",
            ".Where(n => n.ReadAt.NotExists()).CountAsync",
            ".Where(n => n.ReadAt).CountAsync",
            "DTK2001", "n.ReadAt"),
        new(
            "Programs/CrmGraph.cs",
            "        await deals.PutAsync(deal, cancellationToken);",
            """        await deals.Delete(Deal.Key("1", deal.DealId)).ExecuteAsync(cancellationToken);""",
            "DTK2032", "Delete"),
        new(
            "Programs/VoteCounter.cs",
            "        await polls.Update(Poll.Key(poll)).Set(p => p.Yes, yes).Set(p => p.No, no)",
            "        await polls.Update(Poll.Key(poll)).Set(p => p.Yes, yes).Set(p => p.Yes, no)",
            "DTK2035", ".[|Set|](p => p.Yes, no)"),
        new(
            "Programs/ParkingGate.cs",
            "        await tickets.Put(ticket).If(t => t.Paid == paid).ExecuteAsync(cancellationToken);",
            "        await tickets.Put(ticket).If(t => t.Paid == paid).ExecuteAsync();",
            "DTK2030", "ExecuteAsync"),
        new(
            "Programs/SdkReports.cs",
            """            FilterExpression = "#state <> :cancelled",""",
            """            FilterExpression = "state <> :cancelled",""",
            "DTK2100", "state"),
        new(
            "Programs/SdkReports.cs",
            """                    UpdateExpression = "SET labels.lockedBy = :owner",""",
            """                    UpdateExpression = "SET sk = :owner",""",
            "DTK2103", "sk"),
        new(
            "Programs/SdkReports.cs",
            "                        [\"sk\"] = new($\"ORDER#{order}\"),\n",
            "",
            "DTK2102",
            "new()\n                    {\n                        [\"pk\"] = new($\"CUSTOMER#{customer}\"),\n                    }"),
        new("Programs/Migrations.cs", "    [AllowScan(\"copies the table\")]\n", "", "DTK2020", "from.[|Scan|]()"),
        new(
            "Programs/Conditions.cs",
            "query.Where(t => t.Subject.In(subjects));",
            "query.Where(t => subjects.Contains(t.Subject));",
            "DTK2003", "t.Subject"),
        new(
            "Programs/Previews.cs",
            "        var delete = bookings.Delete(booking).ReturnOld();\n        return delete.Preview();",
            "        var delete = bookings.Delete(booking).ReturnOld();\n        return null!;",
            "DTK2010", "bookings.Delete(booking).ReturnOld()"),
        new(
            "Programs/Exchange.cs",
            "await rates.GetAsync(ExchangeRate.Key(pair, day), cancellationToken: cancellationToken);",
            "await rates.GetAsync(ExchangeRate.Key(pair, day));",
            "DTK2030", "GetAsync"),
        new(
            "Programs/PageViews.cs",
            "            await pages.LoadCountersAsync(page, cancellationToken: cancellationToken);",
            "            await pages.LoadCountersAsync(page);",
            "DTK2030", "LoadCountersAsync"),
        new(
            "Programs/FleetOffice.cs",
            "        await update.IfExists().ExecuteAsync(cancellationToken);",
            "        await update.IfExists();",
            "DTK2006", "update.IfExists()"),
        new("Programs/BookmarkSync.cs", "using DynamoToolkit;\n", "", "DTK2005", ".[|Add|](one => one.Tags"),
        new(
            "Programs/PaymentMethods.cs",
            "            .Set(m => m.IsDefault, method.MethodId == id)\n            .IfExists());",
            "            .Set(m => m.IsDefault, method.MethodId == id)\n            .If(m => true));",
            "DTK2001", "true"),
        new(
            "Programs/PostsApi.cs",
            "posts.Query(Post.Index.ByAuthor(author)).Descending().Limit(50).ToListAsync(cancellationToken)",
            "posts.Query(Post.Index.ByAuthor(author)).Descending().Take(50).ToListAsync(cancellationToken)",
            "DTK2007", "Take"),
        new(
            "Programs/ProjectBoard.cs",
            "        await tasks.PutAsync(found, token);",
            "        await tasks.PutAsync(found, default);\n        await tasks.SaveVersionAsync(found, cancellationToken: token);",
            "DTK2071", "SaveVersionAsync"),
        new(
            "Programs/PageViews.cs",
            "        lock (gate)\n            pending[(site, path)] = pending.GetValueOrDefault((site, path)) + 1;",
            "        lock (gate)\n            pages.Counter(TrackedPage.Key(site, path), TrackedPage.Counters.Views).AddAsync(1);",
            "DTK2011", "pages.Counter(TrackedPage.Key(site, path), TrackedPage.Counters.Views).AddAsync(1)"),
        new(
            "Programs/CartService.cs",
            "        var result = await db.BatchWriteAsync(found.Select(lines.Delete), cancellationToken);",
            "        var result = await db.BatchWriteAsync(found.Select(line => lines.Delete(line).IfExists()), cancellationToken);",
            "DTK2033", "lines.Delete(line).IfExists()"),
        new(
            "Programs/ParkingGate.cs",
            "        await tickets.Put(ticket).If(t => t.Paid == paid).ExecuteAsync(cancellationToken);",
            "        ticket.Pay(paid, clock.GetUtcNow());\n        await tickets.PutAsync(ticket);",
            "DTK2030", "PutAsync"),
        new("Programs/ChatHub.cs", ".If(m => m.AuthorId == author)", ".If(m => string.IsNullOrEmpty(m.AuthorId))", "DTK2003", "m.AuthorId"),
        new(
            "Programs/VoteCounter.cs",
            ".Set(p => p.Yes, yes).Set(p => p.No, no).IfExists().ExecuteAsync(cancellationToken);",
            ".Set(p => p.Yes, yes).Set(p => p.No, no).IfExists().ExecuteAsync();",
            "DTK2030", "ExecuteAsync"),
        new(
            "Programs/Highscores.cs",
            ".Descending().Limit(count).ToListAsync(cancellationToken);",
            ".Where(s => s.Replay.Exists()).Limit(count).ToListAsync(cancellationToken);",
            "DTK2021", "Limit"),
        new(
            "Programs/Exchange.cs",
            "ExchangeRate.SortKey.AtMost(day))",
            "ExchangeRate.SortKey.AtMost(day)).Where(r => r.Day == day)",
            "DTK2004", "Day"),
        new(
            "Programs/LinkRedirects.cs",
            "        if (await links.GetAsync(key, cancellationToken: cancellationToken) is not { } link)",
            "        if (await links.GetAsync(code, cancellationToken: cancellationToken) is not { } link)",
            "DTK2009", "code"),
        new(
            "Programs/SdkReports.cs",
            """            ProjectionExpression = "orderId, #total",""",
            """            ProjectionExpression = "orderId, total",""",
            "DTK2100", "total"),
        new(
            "Programs/LegacySync.cs",
            "        var response = await sdk.GetItemAsync(\n            new GetItemRequest\n            {\n                "
            + "TableName = Table,",
            "        var response = await sdk.GetItemAsync(\n            new GetItemRequest\n            {\n                "
            + "ProjectionExpression = \"OrderID\",\n                TableName = Table,",
            "DTK2101", "OrderID"),
    ];
}
