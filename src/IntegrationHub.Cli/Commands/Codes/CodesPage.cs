using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Cli.Commands.Codes;

/// <summary>docs/codes.md, made from the tables of codes themselves.</summary>
internal static class CodesPage
{
    private const string Beginning = """
        # Attendance codes

        What schools may write in a register, and how the hub counts it. `hub codes --markdown > docs/codes.md` makes this page; a test holds
        it to the software.

        - Which code is in force depends on the **date of the session**: the School Attendance (Pupil Registration) (England) Regulations
          2024 changed the codes on 19 August 2024. A code of the other era is taken, counts as what it meant in its own time, and is answered
          with the warning [`CODE_OF_OTHER_ERA`](errors.md#code_of_other_era). `hub feedback codes` lists them for the school.
        - An empty code, white space and `-` are **no mark**: such a session is neither attended nor missed, and in no rate.
        - Letters may be of either case, and white space around a code is passed over. Everything else is exact: `J1` is not `J`.
        - **Possible** sessions are those attended and those missed. Every rate is of possible sessions.


        """;

    private const string SubCodes = """

        ## Sub-codes

        Schools' systems had these added in the pandemic, and they are still in their records. Each counts as its statutory code, on any
        date, and is kept beside it as the code of the source. Any other code is set aside, and not lost, until somebody says what it means at
        the school or at all schools (`hub quarantine replay --map-code`); what they say comes before this table.


        """;

    public static void Write(TextWriter page)
    {
        page.Write(Beginning.ReplaceLineEndings("\n"));
        page.Write("| code | name | in force | its sessions count as |\n| --- | --- | --- | --- |\n");
        foreach (var code in AttendanceCode.All)
        {
            foreach (var (name, validity) in CodeWords.NamesOf(code))
                page.Write($"| `{code.Value}` | {name} | {validity} | {CodeWords.CountsAs(code)} |\n");
        }
        page.Write(SubCodes.ReplaceLineEndings("\n"));
        page.Write("| sub-code | counts as | name |\n| --- | --- | --- |\n");
        foreach (var subCode in SubCode.All)
            page.Write($"| `{subCode.Value}` | `{subCode.Code}` | {subCode.Name} |\n");
    }
}
