using System.Collections.Immutable;

namespace IntegrationHub.City.Names;

/// <summary>Names for invented people, of the many cultures an English city has. Any likeness to a person is chance.</summary>
internal static class PersonNames
{
    /// <summary>Groups of names that go together, each with its share of the city in per cent.</summary>
    public static ImmutableArray<NameGroup> Groups { get; } =
    [
        new(46,
            ["Amelia", "Ava", "Beth", "Charlotte", "Daisy", "Ella", "Erin", "Evie", "Freya", "Grace", "Hannah", "Isla", "Ivy", "Jessica", "Lily", "Lola", "Maisie", "Megan", "Millie", "Niamh", "Olivia", "Phoebe", "Poppy", "Rosie", "Ruby", "Scarlett", "Siân", "Sophie", "Willow", "Zoë"],
            ["Alfie", "Archie", "Arthur", "Ben", "Callum", "Charlie", "Dylan", "Ethan", "Finley", "Freddie", "George", "Harry", "Harvey", "Jack", "Jacob", "Jake", "Joe", "Leo", "Lewis", "Liam", "Logan", "Luke", "Mason", "Max", "Noah", "Oliver", "Oscar", "Rhys", "Riley", "Tom"],
            ["Abbott", "Baker", "Barnes", "Bennett", "Brooks", "Carter", "Clarke", "Cooper", "Cox", "Davies", "Dixon", "Edwards", "Evans", "Fletcher", "Foster", "Gibson", "Green", "Griffiths", "Hall", "Harris", "Hughes", "Hunt", "Jenkins", "Johnson", "Kelly", "Lambert", "Lewis", "Marsh", "Marshall", "Mason", "McBride", "Mills", "Moore", "Murphy", "O'Brien", "O'Neill", "Owen", "Palmer", "Parker", "Pearce", "Phillips", "Price", "Reed", "Richards", "Roberts", "Rogers", "Russell", "Shaw", "Simmons", "Stevens", "Stone", "Taylor", "Turner", "Walker", "Ward", "Watson", "Webb", "West", "White", "Wright", "Lloyd-Jones", "Carter-Bell", "Stone-Hughes"]),
        new(9,
            ["Ayesha", "Fatima", "Hafsa", "Khadija", "Maryam", "Nadia", "Noor", "Sana", "Tahira", "Zainab", "Jannat", "Mahira"],
            ["Adil", "Bilal", "Faisal", "Hamza", "Ibrahim", "Imran", "Kamran", "Omar", "Rayyan", "Tariq", "Usman", "Zayn"],
            ["Ahmed", "Akhtar", "Ali", "Begum", "Chowdhury", "Hussain", "Iqbal", "Islam", "Khan", "Mahmood", "Malik", "Miah", "Rahman", "Siddiqui", "Uddin", "Ullah"]),
        new(8,
            ["Adaeze", "Chiamaka", "Efua", "Ifeoma", "Kehinde", "Ngozi", "Temi", "Abena", "Esi", "Folake", "Yaa", "Zuri"],
            ["Ade", "Chidi", "Emeka", "Femi", "Kofi", "Kwame", "Obinna", "Tunde", "Yaw", "Jabari", "Sekou", "Kojo"],
            ["Abiola", "Addo", "Adeyemi", "Agyeman", "Asante", "Balogun", "Boateng", "Eze", "Mensah", "Nwosu", "Obi", "Okafor", "Okonkwo", "Osei", "Owusu", "Sesay"]),
        new(8,
            ["Agnieszka", "Alicja", "Hanna", "Iza", "Kasia", "Lena", "Maja", "Oliwia", "Wiktoria", "Zofia", "Zuzanna", "Małgosia"],
            ["Adam", "Antoni", "Bartek", "Filip", "Jakub", "Kacper", "Mateusz", "Michał", "Paweł", "Szymon", "Tomasz", "Wojciech"],
            ["Dąbrowski", "Jankowski", "Kamiński", "Kowalczyk", "Kowalski", "Krawczyk", "Lewandowski", "Mazur", "Nowak", "Pawlak", "Wiśniewski", "Wójcik", "Zając", "Zieliński"]),
        new(5,
            ["Andreea", "Bianca", "Daria", "Elena", "Ioana", "Maria", "Raluca", "Ștefania", "Teodora", "Mirela"],
            ["Alexandru", "Andrei", "Cristian", "Darius", "Ionuț", "Luca", "Matei", "Rareș", "Ștefan", "Vlad"],
            ["Ciobanu", "Constantin", "Dumitru", "Florea", "Ionescu", "Marin", "Munteanu", "Popa", "Popescu", "Radu", "Stan", "Stoica"]),
        new(5,
            ["Ananya", "Diya", "Isha", "Kavya", "Meera", "Nisha", "Priya", "Riya", "Saanvi", "Tanvi"],
            ["Aarav", "Arjun", "Dev", "Ishaan", "Jai", "Karan", "Nikhil", "Rohan", "Vihaan", "Yash"],
            ["Bhatt", "Desai", "Gupta", "Iyer", "Joshi", "Kaur", "Nair", "Patel", "Reddy", "Shah", "Sharma", "Singh", "Varma"]),
        new(5,
            ["Amina", "Hodan", "Ifrah", "Ladan", "Sagal", "Hiba", "Rahma", "Salma", "Selam", "Yordanos"],
            ["Abdi", "Guled", "Liban", "Mahad", "Nuur", "Yusuf", "Hassan", "Idris", "Dawit", "Yonas"],
            ["Abdullahi", "Ahmed Nur", "Bekele", "Dualeh", "Farah", "Gebre", "Hersi", "Jama", "Osman", "Tesfaye", "Warsame"]),
        new(5,
            ["Lan", "Mei", "Linh", "Hui", "Xin", "Yan", "Angel", "Divina", "Jasmine", "Thuy"],
            ["An", "Bao", "Jun", "Kai", "Minh", "Wei", "Angelo", "Miguel", "Ren", "Tuan"],
            ["Chan", "Chen", "Cruz", "Dela Cruz", "Huang", "Lam", "Le", "Li", "Nguyen", "Pham", "Reyes", "Santos", "Tran", "Wong"]),
        new(4,
            ["Dilan", "Elif", "Leyla", "Shirin", "Yasmin", "Zeynep", "Farah", "Parisa"],
            ["Aram", "Baran", "Emre", "Kerem", "Mehmet", "Navid", "Reza", "Siyar"],
            ["Aydın", "Çelik", "Demir", "Hosseini", "Karimi", "Kaya", "Rahimi", "Rostami", "Şahin", "Yılmaz"]),
        new(5,
            ["Beatriz", "Carolina", "Inês", "Lucía", "Mariana", "Sofia", "Valentina", "Giulia"],
            ["Diego", "Gonçalo", "João", "Lorenzo", "Mateo", "Pedro", "Rafael", "Tiago"],
            ["Almeida", "Costa", "Fernandes", "Ferreira", "García", "Gomes", "Lopes", "Martínez", "Pereira", "Ricci", "Silva", "Sousa"]),
    ];

    private static readonly ImmutableArray<int> Shares = [.. Groups.SelectMany((group, index) => Enumerable.Repeat(index, group.Share))];

    /// <summary>A group, as often as its share.</summary>
    public static NameGroup Group(int perCent) => Groups[Shares[perCent]];
}
